package nl.aftercare.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.aftercare.quickstart.ServiceName;
import nl.aftercare.quickstart.SuiteClient;
import org.jspecify.annotations.Nullable;

/** Every operation of every service, as each of its OpenAPI documents has it, called in every role and for every municipality. */
final class AccessMatrix {
    /** Role, and somebody who has it. */
    private static final Map<String, String> CALLERS = new LinkedHashMap<>();

    static {
        CALLERS.put("coordinator", "coordinator");
        CALLERS.put("public-order-manager", "manager");
        CALLERS.put("data-protection-officer", "privacy-officer");
        CALLERS.put("operator", "operator");
        CALLERS.put("police-feed", "police-feed");
        CALLERS.put("victim-support-feed", "victim-support-feed");
        CALLERS.put("branch-organisation-feed", "branch-organisation-feed");
        CALLERS.put("event-subscriber", "case-system");
        CALLERS.put("service", "notification-service");
    }

    private static final String OWN = "coordinator";
    private static final List<String> OTHERS = List.of("coordinator-klein-buiten", "manager-klein-buiten");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int IDS_AT_MOST = 60;
    private final SuiteClient client;
    private final List<Operation> operations = new ArrayList<>();

    /**
     * @param path below /v1, with its parameters in braces
     * @param takes media type of its body
     */
    record Operation(ServiceName service, String method, String path, String takes) {
        boolean isList() {
            return method.equals("GET") && !path.contains("{");
        }

        boolean isOfOneThing() {
            return path.contains("{id}");
        }

        boolean isOfOneMunicipality() {
            return path.contains("{municipality}") || path.contains("{area}");
        }

        private String at(String id) {
            return path.replace("{id}", id)
                    .replace("{municipality}", "9901")
                    .replace("{area}", "9901")
                    .replaceAll("\\{(text)}", "notice")
                    .replaceAll(
                            "\\{[A-Za-z]*([iI]d|other|delivery|partner)}",
                            UUID.randomUUID().toString())
                    .replaceAll("\\{[^}]+}", "x");
        }
    }

    AccessMatrix(SuiteClient client) throws Exception {
        this.client = client;
        for (var service : ServiceName.values()) {
            var document = client.get(OWN, service, "/openapi.json").body();
            for (var path : document.path("paths").properties()) {
                for (var method : List.of("get", "put", "post", "delete")) {
                    if (path.getValue().has(method)) {
                        var content = path.getValue()
                                .path(method)
                                .at("/requestBody/content")
                                .fieldNames();
                        var takes = content.hasNext() ? content.next() : "application/json";
                        operations.add(new Operation(service, method.toUpperCase(Locale.ROOT), path.getKey(), takes));
                    }
                }
            }
        }
    }

    /** A line per operation: service, method, path, and the roles that are not turned away. */
    List<String> table() throws Exception {
        var lines = new TreeMap<String, String>();
        for (var operation : operations) {
            var roles = new ArrayList<String>();
            for (var caller : CALLERS.entrySet()) {
                int status = call(
                                caller.getValue(), operation, UUID.randomUUID().toString())
                        .status();
                if (status != 401 && status != 403) {
                    roles.add(caller.getKey());
                }
            }
            var name = operation.service() + "," + operation.path() + "," + operation.method();
            lines.put(name, name + "," + String.join(" ", roles));
        }
        return List.copyOf(lines.values());
    }

    /** Calls with which the people of one municipality see or change what is another one's; should be none. */
    List<String> leaks() throws Exception {
        var ids = idsOfOwn();
        var leaks = new ArrayList<String>();
        for (var operation : operations) {
            for (var other : OTHERS) {
                if (operation.isOfOneThing() || operation.isOfOneMunicipality()) {
                    for (var id : operation.isOfOneThing() ? ids : Set.of("")) {
                        int status = call(other, operation, id, asRead(operation, id))
                                .status();
                        if (status < 300) {
                            leaks.add(other + " " + operation.method() + " " + operation.at(id) + " " + status);
                        }
                    }
                } else if (operation.isList()) {
                    var answer = call(other, operation, "").body().toString();
                    ids.stream()
                            .filter(answer::contains)
                            .forEach(id -> leaks.add(other + " reads " + id + " in " + operation.path()));
                }
            }
        }
        return leaks;
    }

    /** The same of what takes many at once: their own coordinator gets each of these, and nobody else. */
    List<String> inBulk(String caller) throws Exception {
        var ids = idsOfOwn();
        var quoted = ids.stream().map(id -> '"' + id + '"').collect(Collectors.joining(","));
        var found = new ArrayList<String>();
        var assigned = client.put(
                caller,
                ServiceName.CASE,
                "/worklist/assignment",
                "{\"person\":\"somebody\",\"caseIds\":[" + quoted + "]}",
                Map.of());
        assigned.body().path("assigned").forEach(id -> found.add("assigned " + id.asText()));
        var search = client.post(
                caller,
                ServiceName.CASE,
                "/case-searches",
                "{\"purpose\":\"JUDGE_VISIT\",\"words\":\"voorbeeld\"}",
                Map.of());
        ids.stream().filter(search.body().toString()::contains).forEach(id -> found.add("found " + id));
        return found;
    }

    /** How many things their own coordinator reads by these ids: what proves that the others were asked for something. */
    long readable() throws Exception {
        long found = 0;
        var ids = idsOfOwn();
        for (var operation : operations) {
            if (operation.method().equals("GET") && operation.isOfOneThing()) {
                for (var id : ids) {
                    found += call(OWN, operation, id).status() < 300 ? 1 : 0;
                }
            }
        }
        return found;
    }

    /** Ids that the lists tell the people of 9901, and nobody of 9902. */
    Set<String> idsOfOwn() throws Exception {
        var own = idsInLists(OWN);
        own.addAll(idsInLists("manager"));
        for (var other : OTHERS) {
            own.removeAll(idsInLists(other));
        }
        return own.stream().limit(IDS_AT_MOST).collect(Collectors.toCollection(TreeSet::new));
    }

    private TreeSet<String> idsInLists(String caller) throws Exception {
        var ids = new TreeSet<String>();
        for (var operation : operations) {
            if (operation.isList()) {
                ID.matcher(call(caller, operation, "").body().toString())
                        .results()
                        .map(MatchResult::group)
                        .forEach(ids::add);
            }
        }
        return ids;
    }

    /** What stands there, as its own people read it, to be written back by others. */
    private SuiteClient.@Nullable Answer asRead(Operation operation, String id) throws Exception {
        boolean isRead = operation.method().equals("PUT")
                && operations.stream()
                        .anyMatch(other -> other.method().equals("GET")
                                && other.service() == operation.service()
                                && other.path().equals(operation.path()));
        return isRead ? client.get(OWN, operation.service(), operation.at(id)) : null;
    }

    private SuiteClient.Answer call(String caller, Operation operation, String id) throws Exception {
        return call(caller, operation, id, null);
    }

    /** @param read what is written back; nothing for an empty body */
    private SuiteClient.Answer call(String caller, Operation operation, String id, SuiteClient.@Nullable Answer read)
            throws Exception {
        var path = operation.at(id);
        var body = read == null || read.status() != 200 ? "{}" : read.body().toString();
        var tag = read == null ? null : read.headers().get("etag");
        var takes = tag == null
                ? Map.of("Content-Type", operation.takes())
                : Map.of("Content-Type", operation.takes(), "If-Match", tag);
        return switch (operation.method()) {
            case "GET" -> client.get(caller, operation.service(), path);
            case "PUT" -> client.put(caller, operation.service(), path, body, takes);
            case "POST" -> client.post(caller, operation.service(), path, "{}", takes);
            default -> client.delete(caller, operation.service(), path);
        };
    }
}
