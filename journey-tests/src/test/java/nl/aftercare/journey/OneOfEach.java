package nl.aftercare.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import nl.aftercare.quickstart.ServiceName;
import nl.aftercare.quickstart.SuiteClient;
import nl.aftercare.quickstart.SuiteClient.Answer;

/**
 * What a demonstration has none of, and the people of its municipality make in months: a closed case with a lesson, a measure to look
 * back at, a letter that two people let go, tables that are being prepared.
 */
final class OneOfEach {
    private static final Map<String, String> UNSEEN = Map.of();
    private final SuiteClient client;

    OneOfEach(SuiteClient client) {
        this.client = client;
    }

    /** @return the case that was closed */
    String make() throws Exception {
        deliverAMeasure();
        letALetterGo();
        prepareTables();
        return closeACase();
    }

    /** Long enough ago to ask whether it helps. */
    private void deliverAMeasure() throws Exception {
        var offer = oldest(ServiceName.OFFER, "/offers");
        var path = "/offers/" + offer.get("id").asText();
        var measure = offer.get("lines")
                .valueStream()
                .filter(line -> line.get("outcome").asText().equals("OFFER"))
                .findFirst()
                .orElseThrow()
                .get("measure")
                .asText();
        for (var kind : new String[] {"ACCEPTED", "DELIVERED"}) {
            var step = """
                    {"kind": "%s", "on": "2026-05-01"}""".formatted(kind);
            var steps = path + "/measures/" + measure + "/steps";
            accepted(client.post("coordinator", ServiceName.OFFER, steps, step, version(ServiceName.OFFER, path)));
        }
    }

    private void letALetterGo() throws Exception {
        var plan = "/neighbourhood-plans/"
                + oldest(ServiceName.NEIGHBOURHOOD, "/neighbourhood-plans")
                        .get("id")
                        .asText();
        var audience = """
                {"scope": "STREET", "areaCode": "BU99010102", "areaYear": 2026, "place": "Voorbeeldstraat", "addresses": 12,
                 "rented": 0, "ownerOccupied": 12}""";
        write(ServiceName.NEIGHBOURHOOD, plan + "/audience", audience, plan);
        var letter = plan + "/texts/notice";
        var fingerprint = client.get("coordinator", ServiceName.NEIGHBOURHOOD, letter)
                .body()
                .required("fingerprint")
                .asText();
        var reading = """
                {"fingerprint": "%s", "outcome": "AGREED", "on": "2026-05-01"}""".formatted(fingerprint);
        accepted(client.put("coordinator", ServiceName.NEIGHBOURHOOD, letter + "/police-reading", reading, UNSEEN));
        var approval = """
                {"fingerprint": "%s"}""".formatted(fingerprint);
        accepted(client.put("manager", ServiceName.NEIGHBOURHOOD, letter + "/approval", approval, UNSEEN));
    }

    private void prepareTables() throws Exception {
        var rules = "/rule-sets/9901";
        var draft = JsonNodeFactory.instance
                .objectNode()
                .put("dmn", tablesOfToday(client))
                .put("validFrom", "2099-01-01")
                .put("judgedOn", "ROBBERY");
        write(ServiceName.OFFER, rules + "/draft", draft.toString(), rules);
    }

    static String tablesOfToday(SuiteClient client) throws Exception {
        return client.get("coordinator", ServiceName.OFFER, "/rule-sets/9901/dmn")
                .body()
                .asText();
    }

    private String closeACase() throws Exception {
        var report = """
                {"reference": "CLOSED-1", "municipality": "9901", "kind": "COMMERCIAL", "occurredAt": "2026-03-02T21:40:00+01:00",
                 "policeObjection": "NO", "victims": [{"reference": "1", "type": "DIRECT", "name": "Slachtoffer Gesloten"}]}""";
        var headers = Map.of("Idempotency-Key", "a-case-to-close");
        var caseId = accepted(client.post("police-feed", ServiceName.CASE, "/robbery-reports", report, headers))
                .body()
                .at("/cases/0/caseId")
                .asText();
        var path = "/cases/" + caseId;
        write(ServiceName.CASE, path + "/track/decision", "{\"result\": \"WITHHELD\"}", path + "/track");
        var evaluation = """
                {"attention": "YES", "measuresCarriedOut": "UNKNOWN", "feelsSafe": "UNKNOWN", "informationForApproach": "NO",
                 "lesson": "Eerder bellen met de ondernemersvereniging"}""";
        write(ServiceName.CASE, path + "/evaluation", evaluation, path + "/closure");
        write(ServiceName.CASE, path + "/closure", "{}", path + "/closure");
        return caseId;
    }

    private void write(ServiceName service, String path, String body, String seen) throws Exception {
        accepted(client.put("coordinator", service, path, body, version(service, seen)));
    }

    private Map<String, String> version(ServiceName service, String path) throws Exception {
        return Map.of(
                "If-Match", client.get("coordinator", service, path).headers().get("etag"));
    }

    private JsonNode oldest(ServiceName service, String list) throws Exception {
        var newestFirst = client.get("coordinator", service, list).body().get("items");
        return newestFirst.get(newestFirst.size() - 1);
    }

    private static Answer accepted(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 204);
        return answer;
    }
}
