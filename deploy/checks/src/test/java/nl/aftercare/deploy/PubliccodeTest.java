package nl.aftercare.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** publiccode.yml has what version 0.7 of its standard asks for. */
class PubliccodeTest {
    private static final JsonNode PUBLICCODE = Chart.yaml(Chart.ROOT.resolve("publiccode.yml"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/publiccodeYmlVersion",
                "/name",
                "/url",
                "/platforms/0",
                "/organisation/uri",
                "/developmentStatus",
                "/softwareType",
                "/description/en/shortDescription",
                "/description/en/longDescription",
                "/description/en/features/0",
                "/legal/license",
                "/maintenance/type",
                "/maintenance/contacts/0/name",
                "/localisation/availableLanguages/0"
            })
    void everyMandatoryKeyIsThere(String key) {
        assertThat(PUBLICCODE.at(key).asText()).isNotBlank();
    }

    @Test
    void itsDescriptionsHaveTheLengthThatIsAskedFor() {
        assertThat(PUBLICCODE.at("/description/en/shortDescription").asText()).hasSizeLessThanOrEqualTo(150);
        assertThat(PUBLICCODE.at("/description/en/longDescription").asText().length())
                .isBetween(150, 10_000);
    }

    @Test
    void itNamesItsVersionAndOurLicence() {
        assertThat(PUBLICCODE.at("/publiccodeYmlVersion").asText()).isEqualTo("0.7");
        assertThat(PUBLICCODE.at("/legal/license").asText()).isEqualTo("EUPL-1.2");
        assertThat(PUBLICCODE.at("/localisation/localisationReady").isBoolean()).isTrue();
    }
}
