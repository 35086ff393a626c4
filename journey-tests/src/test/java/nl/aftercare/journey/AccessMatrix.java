package nl.aftercare.journey;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.aftercare.quickstart.ServiceName;
import nl.aftercare.quickstart.SuiteClient;

/**
 * Every operation of every service, as each of its OpenAPI documents has it, called in every role, and by the people and systems of
 * another municipality. What is written is the example of the document.
 */
final class AccessMatrix {
    private static final String MUNICIPALITY = "9901";
    /** Where the people and systems of another municipality work. */
    private static final String OTHER = "9902";
    /** Where the feeds deliver nothing: for whoever delivers for more than one, this is another's. */
    private static final String NOBODYS = "9903";
    /** Where nothing ever happened. */
    private static final String EMPTY = "9905";
    /** What another one's answer is when it holds nothing of this municipality. */
    private static final String NOTHING = "nothing";
    /** What it must never be. */
    private static final String READS = "READS";
    /** What an operation is for operators, or for services, whom no municipality bounds. */
    private static final String UNBOUNDED = "-";

    private static final Map<String, Role> ROLES = new LinkedHashMap<>();

    static {
        ROLES.put("coordinator", new Role("coordinator", "coordinator-klein-buiten", MUNICIPALITY));
        ROLES.put("public-order-manager", new Role("manager", "manager-klein-buiten", MUNICIPALITY));
        ROLES.put("data-protection-officer", new Role("privacy-officer", "privacy-officer-klein-buiten", MUNICIPALITY));
        ROLES.put("operator", new Role("operator", "", ""));
        ROLES.put("police-feed", new Role("police-feed", "police-feed", NOBODYS));
        ROLES.put("victim-support-feed", new Role("victim-support-feed", "victim-support-feed", NOBODYS));
        ROLES.put(
                "branch-organisation-feed", new Role("branch-organisation-feed", "branch-organisation-feed", NOBODYS));
        ROLES.put("event-subscriber", new Role("case-system", "klein-buiten-system", MUNICIPALITY));
        ROLES.put("service", new Role("notification-service", "", ""));
    }

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** As the examples have the ids of cases, robberies and partners. */
    private static final Pattern THING = Pattern.compile("01978000-0000-7000-8000-[0-9a-f]{12}");

    private static final Pattern SECOND_ID = Pattern.compile("\\{(otherId|delivery|partnerId)}");
    /** Of one list, so that a long one leaves room for the others. */
    private static final int IDS_OF_A_LIST = 8;
    /** What a path names beside ids. */
    private static final Map<String, String> NAMES = Map.of(
            "{text}", "notice",
            "{step}", "book-venue",
            "{action}", "inform-residents",
            "{measure}", "door-chain",
            "{template}", "victim-offer",
            "{number}", "1",
            "{name}", "own");

    /** One that each service tells, where the example has one of case-service. */
    static final Map<ServiceName, String> EVENT = Map.of(
            ServiceName.CASE, "nl.aftercare.cases.robbery-reported.v1",
            ServiceName.OFFER, "nl.aftercare.offers.offer-composed.v1",
            ServiceName.NEIGHBOURHOOD, "nl.aftercare.neighbourhood.neighbourhood-plan-opened.v1",
            ServiceName.NOTIFICATION, "nl.aftercare.notifications.message-sent.v1");

    /** What an example has instead of tables, which are too long for it. */
    private static final String TABLES = "wat GET /measures/{measure}/dmn gaf, gewijzigd";

    /** Refused before, or because, nothing was found. */
    private static final Set<Integer> NOT_REACHED = Set.of(400, 403, 404, 405, 428);

    private static final List<String> METHODS = List.of("GET", "PUT", "POST", "DELETE");
    private final SuiteClient client;
    private final String tables;
    private final List<Operation> operations = new ArrayList<>();
    private final Set<String> ids;
    private final Map<Operation, List<String>> roles = new LinkedHashMap<>();
    private final Map<Operation, Set<String>> elsewhere = new LinkedHashMap<>();

    /**
     * @param own somebody who has it in this municipality
     * @param other somebody who has it elsewhere; empty where no municipality bounds it
     * @param asked the municipality that is not the other's
     */
    private record Role(String own, String other, String asked) {
        boolean isBounded() {
            return !other.isEmpty();
        }
    }

    /**
     * @param path below /v1, with its parameters in braces
     * @param takes media type of its body
     * @param body example of it; empty for none
     */
    private record Operation(ServiceName service, String method, String path, String takes, String body) {
        boolean isOfOneThing() {
            return path.contains("{id}") || path.contains("{caseId}");
        }

        boolean namesThings() {
            return THING.matcher(body).find();
        }

        boolean isList() {
            return method.equals("GET") && !path.contains("{");
        }

        String at(String municipality, String id, String second) {
            var named = SECOND_ID
                    .matcher(path.replace("{id}", id).replace("{caseId}", id))
                    .replaceAll(second);
            for (var name : NAMES.entrySet()) {
                named = named.replace(name.getKey(), name.getValue());
            }
            named = named.replace("{municipality}", municipality).replace("{area}", municipality);
            return named.endsWith("/right-to-contact") ? named + "?purpose=HELP" : named;
        }
    }

    AccessMatrix(SuiteClient client) throws Exception {
        this.client = client;
        tables = new String(JsonStringEncoder.getInstance().quoteAsString(OneOfEach.tablesOfToday(client)));
        for (var service : ServiceName.values()) {
            var document = client.get("coordinator", service, "/openapi.json").body();
            for (var path : document.path("paths").properties()) {
                for (var method : METHODS) {
                    var operation = path.getValue().path(method.toLowerCase(Locale.ROOT));
                    if (!operation.isMissingNode()) {
                        operations.add(operation(service, method, path.getKey(), operation, document));
                    }
                }
            }
        }
        // the last one ends what own people may see
        operations.sort(
                Comparator.comparing((Operation operation) -> operation.path().startsWith("/designations/{id}"))
                        .thenComparing(operation -> METHODS.indexOf(operation.method())));
        for (var operation : operations) {
            roles.put(operation, rolesOf(operation));
        }
        // things of the kinds that a demonstration has none of; an update of no known robbery waits for somebody who
        // finds one
        make("coordinator", "POST", "/destruction-lists");
        make("coordinator", "POST", "/venues");
        make("coordinator", "PUT", "/worklist-views/{municipality}/{name}");
        make("police-feed", "POST", "/robbery-updates");
        // by the police and by a coordinator, so that they may be one
        make("police-feed", "POST", "/robbery-reports");
        make("coordinator", "POST", "/robbery-reports");
        ids = idsOfOwn();
        for (var operation : operations) {
            elsewhere.put(operation, elsewhere(operation));
        }
    }

    private Operation operation(
            ServiceName service, String method, String path, JsonNode operation, JsonNode document) {
        var content = operation.at("/requestBody/content").properties().iterator();
        if (!content.hasNext()) {
            return new Operation(service, method, path, "application/json", "");
        }
        var body = content.next();
        var schema = document.at(body.getValue().at("/schema/$ref").asText().replaceFirst("^#", ""));
        var examples = Stream.concat(
                body.getValue().path("examples").valueStream().map(example -> example.path("value")),
                schema.path("examples").valueStream());
        var example = examples.map(one -> one.isTextual() ? one.asText() : one.toString())
                .findFirst()
                .orElseThrow(() -> new AssertionError(method + " " + path + " has no example"))
                .replace("nl.aftercare.cases.robbery-reported.v1", EVENT.get(service))
                .replace(TABLES, tables);
        return new Operation(service, method, path, body.getKey(), example);
    }

    private void make(String caller, String method, String path) throws Exception {
        for (var operation : operations) {
            if (operation.path().equals(path) && operation.method().equals(method)) {
                var reference = UUID.randomUUID().toString();
                var body = operation.body().replace("PL-2026-000123", reference);
                send(caller, operation, operation.at(MUNICIPALITY, "", ""), body);
            }
        }
    }

    /** Things that the lists tell the people of this municipality, and nobody of the other. */
    Set<String> ids() {
        return ids;
    }

    /**
     * A line per operation: service, path, method, the roles that are not turned away, and what people and systems with these roles get
     * elsewhere: {@code nothing}, or the statuses of what they are refused.
     */
    List<String> table() {
        var lines = new TreeSet<String>();
        for (var operation : operations) {
            var outcomes = elsewhere.get(operation).isEmpty() ? UNBOUNDED : String.join(" ", elsewhere.get(operation));
            lines.add(String.join(
                    ",",
                    operation.service().name(),
                    operation.path(),
                    operation.method(),
                    String.join(" ", roles.get(operation)),
                    outcomes));
        }
        return List.copyOf(lines);
    }

    /**
     * What gives their own people no more, with the same ids and bodies: of these the last column says nothing.
     * They write, where that is what an operation is for.
     *
     * @param notAsked services, methods, paths and roles of which this is not asked
     */
    Set<String> unreached(Predicate<String> notAsked) throws Exception {
        var unreached = new TreeSet<String>();
        for (var operation : operations) {
            for (var role : bounded(operation)) {
                var name =
                        "%s %s %s %s".formatted(operation.service(), operation.method(), operation.path(), role.own());
                if (!notAsked.test(name) && !reached(operation, role)) {
                    unreached.add(name);
                }
            }
        }
        return unreached;
    }

    private boolean reached(Operation operation, Role role) throws Exception {
        for (var id : operation.isOfOneThing() ? ids : Set.of("")) {
            for (var second : seconds(role.own(), operation, id)) {
                for (var named : operation.namesThings() ? ids : Set.of("")) {
                    var body = THING.matcher(operation.body()).replaceAll(named);
                    var answer = send(role.own(), operation, operation.at(MUNICIPALITY, id, second), body);
                    if (isMore(answer, operation, role)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Than the other gets: what nobody may see there must be seen here, what is refused there not be refused here. */
    private boolean isMore(SuiteClient.Answer answer, Operation operation, Role role) throws Exception {
        if (!elsewhere.get(operation).contains(NOTHING)) {
            return !NOT_REACHED.contains(answer.status());
        }
        return outcome(answer).startsWith(READS)
                || operation.isList()
                        && ofNamed(role.own(), operation, MUNICIPALITY).startsWith(READS);
    }

    /** What is there below what has the id, as its own people read it. */
    private Set<String> seconds(String caller, Operation operation, String id) throws Exception {
        if (!SECOND_ID.matcher(operation.path()).find()) {
            return Set.of("");
        }
        var path = operation.path();
        while (path.contains("{id}/")) {
            path = path.substring(0, path.lastIndexOf('/'));
            var parent = new Operation(operation.service(), "GET", path, "", "");
            if (operations.stream()
                    .anyMatch(one -> one.method().equals("GET")
                            && one.service() == parent.service()
                            && one.path().equals(parent.path()))) {
                var found = idsIn(send(caller, parent, parent.at(MUNICIPALITY, id, ""), ""));
                found.remove(id);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return ids;
    }

    private List<String> rolesOf(Operation operation) throws Exception {
        var found = new ArrayList<String>();
        var path = operation.at(
                MUNICIPALITY, UUID.randomUUID().toString(), UUID.randomUUID().toString());
        for (var role : ROLES.entrySet()) {
            int status = send(role.getValue().own(), operation, path, "{}").status();
            if (status != 401 && status != 403) {
                found.add(role.getKey());
            }
        }
        return found;
    }

    private List<Role> bounded(Operation operation) {
        return roles.get(operation).stream()
                .map(ROLES::get)
                .filter(Role::isBounded)
                .toList();
    }

    private Set<String> elsewhere(Operation operation) throws Exception {
        var outcomes = new TreeSet<String>();
        for (var role : bounded(operation)) {
            outcomes.addAll(outcomes(role, operation));
        }
        return outcomes;
    }

    private Set<String> outcomes(Role role, Operation operation) throws Exception {
        var outcomes = new TreeSet<String>();
        var bodies = bodies(operation, role.asked());
        for (var id : operation.isOfOneThing() ? ids : Set.of("")) {
            var second = ids.stream().filter(one -> !one.equals(id)).findFirst().orElseThrow();
            var path = operation.at(role.asked(), id, second);
            for (var body : bodies) {
                outcomes.add(outcome(send(role.other(), operation, path, body)));
            }
        }
        if (operation.isList()) {
            outcomes.add(ofNamed(role.other(), operation, role.asked()));
        }
        return outcomes;
    }

    /** A list, or figures, of a municipality that is not theirs are those of one where nothing ever happened. */
    private String ofNamed(String caller, Operation operation, String municipality) throws Exception {
        var asked = send(caller, operation, operation.path() + "?municipality=" + municipality, "");
        var empty = send(caller, operation, operation.path() + "?municipality=" + EMPTY, "");
        return asked.body().equals(empty.body()) ? outcome(asked) : READS;
    }

    private String outcome(SuiteClient.Answer answer) {
        if (answer.status() >= 400) {
            return String.valueOf(answer.status());
        }
        // what was asked for in vain is named
        var text = answer.body().toString().replaceFirst("\"notFound\":\\[[^]]*]", "");
        return ids.stream().anyMatch(text::contains) ? READS : NOTHING;
    }

    /** The example, for this municipality; one that names things for each of them, and with the other's own municipality too. */
    private List<String> bodies(Operation operation, String municipality) {
        var body = operation.body().replace(MUNICIPALITY, municipality);
        if (operation.isOfOneThing() || !operation.namesThings()) {
            return List.of(body);
        }
        return ids.stream()
                .flatMap(id -> Stream.of(body, operation.body().replace(MUNICIPALITY, OTHER))
                        .map(one -> THING.matcher(one).replaceAll(id)))
                .distinct()
                .toList();
    }

    private Set<String> idsOfOwn() throws Exception {
        var own = new TreeSet<String>();
        for (var operation : operations) {
            if (operation.isList()) {
                var found = new TreeSet<String>();
                var others = new TreeSet<String>();
                for (var role : ROLES.values()) {
                    if (role.asked().equals(MUNICIPALITY)) {
                        found.addAll(idsIn(send(role.own(), operation, operation.path(), "")));
                        others.addAll(idsIn(send(role.other(), operation, operation.path(), "")));
                    }
                }
                found.removeAll(others);
                found.stream().limit(IDS_OF_A_LIST).forEach(own::add);
            }
        }
        return own;
    }

    private static Set<String> idsIn(SuiteClient.Answer answer) {
        var ids = new TreeSet<String>();
        ID.matcher(answer.body().toString()).results().map(MatchResult::group).forEach(ids::add);
        return ids;
    }

    private SuiteClient.Answer send(String caller, Operation operation, String path, String body) throws Exception {
        // a version that nothing has: who may write is told so, and nothing changes
        var headers = Map.of(
                "Content-Type", operation.takes(),
                "If-Match", "\"0\"",
                "Idempotency-Key", UUID.randomUUID().toString());
        return switch (operation.method()) {
            case "GET" -> client.get(caller, operation.service(), path);
            case "PUT" -> client.put(caller, operation.service(), path, body, headers);
            case "POST" -> client.post(caller, operation.service(), path, body, headers);
            default -> client.delete(caller, operation.service(), path, headers);
        };
    }
}
