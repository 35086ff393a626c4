package nl.aftercare.journey;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import nl.aftercare.quickstart.Demo;
import nl.aftercare.quickstart.MailServer;
import nl.aftercare.quickstart.Ports;
import nl.aftercare.quickstart.ServiceName;
import nl.aftercare.quickstart.SuiteClient;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The same of the suite that {@code docker compose up} started; {@code deploy/compose/try} does both. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIfSystemProperty(named = "aftercare.containers", matches = "true")
class ContainersJourneyTest extends Journeys {
    private static final String MAIL = "http://127.0.0.1:18006/api/user/slachtoffer.aanbod@voorbeeld.example/messages";
    private final SuiteClient client = new SuiteClient(Ports.STANDARD, 1);

    @Test
    @Order(1)
    void theDemonstrationRunsTwice() throws Exception {
        new Demo(client).run();
        new Demo(client).run();
    }

    @Override
    SuiteClient client() {
        return client;
    }

    /** The databases are out of reach, and so is a system of ours for the containers. */
    @Override
    Predicate<String> afterYears(String closedCase) {
        return Pattern.compile("/webhook-subscriptions|/destruction-lists").asPredicate();
    }

    @Override
    List<MailServer.Mail> mails() throws Exception {
        var mails = new ObjectMapper().readTree(text(MAIL));
        return mails.valueStream()
                .filter(mail -> mail.has("mimeMessage"))
                .map(mail -> MailServer.read(mail.get("mimeMessage").asText()))
                .toList();
    }

    @Override
    Map<String, String> metrics() throws Exception {
        var metrics = new LinkedHashMap<String, String>();
        for (var service : ServiceName.values()) {
            metrics.put(
                    service.toString(),
                    text("http://127.0.0.1:%d/q/metrics".formatted(Ports.STANDARD.management(service, 0))));
        }
        return metrics;
    }
}
