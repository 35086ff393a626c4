package nl.aftercare.quickstart;

import java.util.stream.Collectors;

/** What a newcomer sees once the suite is up. */
final class Welcome {
    private Welcome() {}

    static String text(Suite suite, Ports ports) {
        var services = suite.services().stream()
                .map(service -> "  %-26s %s/openapi.json".formatted(service.name(), service.url()))
                .collect(Collectors.joining("\n"));
        return """

                Aftercare is up.

                %s
                  %-26s %s
                  %-26s http://localhost:%d  (admin / admin)
                  %-26s %s
                  %-26s %s

                Demonstration users (password = name): coordinator (9901), coordinator-klein-buiten (9902),
                manager, privacy-officer, operator. Feeds: police-feed, victim-support-feed, branch-organisation-feed.

                Next, in another terminal:  ./aftercare demo%s
                Ctrl-C stops everything; the data is kept.
                """.formatted(
                        services,
                        "mail sent by the suite",
                        suite.mail().address(),
                        "Keycloak",
                        ports.keycloak(),
                        "Kafka",
                        suite.kafka().bootstrapServers(),
                        "PostgreSQL",
                        suite.postgres().url("cases"),
                        ports.equals(Ports.STANDARD) ? "" : " --ports-from " + ports.base());
    }
}
