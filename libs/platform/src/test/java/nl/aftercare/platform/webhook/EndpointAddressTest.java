package nl.aftercare.platform.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As it is set for every service that is not under test: host names over HTTPS, so that no address within is asked. */
class EndpointAddressTest {
    private final String allowed = setting("aftercare.webhooks.endpoints");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://zaken.voorbeeldstad.example/events",
                "https://zaken.voorbeeldstad.example",
                "https://zaken.voorbeeldstad.example:443/events?queue=1"
            })
    void aHostNameOverHttpsIsAnAddress(String address) {
        assertThat(address).matches(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://zaken.voorbeeldstad.example/events",
                "https://localhost/events",
                "https://offer-service/events",
                "https://127.0.0.1/events",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/events",
                "https://2130706433/events",
                "https://0x7f.0.0.1/events",
                "https://zaken.voorbeeldstad.example:9000/q/metrics",
                "https://user:secret@zaken.voorbeeldstad.example/events",
                "https://zaken.voorbeeldstad.example@127.0.0.1/events",
                "https://zaken.voorbeeldstad.example\\@127.0.0.1/events",
                "file:///etc/passwd",
                ""
            })
    void anythingElseIsNone(String address) {
        assertThat(address).doesNotMatch(allowed);
    }

    private static String setting(String name) {
        try (var file = EndpointAddressTest.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            var settings = new Properties();
            settings.load(file);
            return settings.getProperty(name);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
