package nl.aftercare.offers.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kie.dmn.validation.DMNValidator.Validation.ANALYZE_DECISION_TABLE;
import static org.kie.dmn.validation.DMNValidator.Validation.VALIDATE_COMPILATION;
import static org.kie.dmn.validation.DMNValidator.Validation.VALIDATE_MODEL;
import static org.kie.dmn.validation.DMNValidator.Validation.VALIDATE_SCHEMA;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNMessageType;
import org.kie.dmn.validation.DMNValidatorFactory;

/** The tables that ship with the suite: whole, without gaps, overlaps or contradictions. */
class NationalTablesTest {

    @Test
    void theTablesAreValidDmnWithoutGapsOrOverlaps() {
        var found = DMNValidatorFactory.newValidator()
                .validateUsing(VALIDATE_SCHEMA, VALIDATE_MODEL, VALIDATE_COMPILATION, ANALYZE_DECISION_TABLE)
                .theseModels(new StringReader(TableFile.national()));

        assertThat(found)
                .filteredOn(message -> message.getMessageType() != DMNMessageType.DECISION_TABLE_ANALYSIS_EMPTY)
                .extracting(DMNMessage::getText)
                .isEmpty();
    }

    @Test
    void theCheckFindsAGap() {
        var gap = TableFile.national().replace("<text>\"YES\",\"NO\"</text>", "<text>\"YES\"</text>");

        var found = DMNValidatorFactory.newValidator()
                .validateUsing(ANALYZE_DECISION_TABLE)
                .theseModels(new StringReader(gap));

        assertThat(found).extracting(DMNMessage::getMessageType).contains(DMNMessageType.DECISION_TABLE_GAP);
    }

    @Test
    void aTableWithErrorsIsNotCompiled() {
        var wrong = TableFile.national().replace("robberyKind = \"COMMERCIAL\"", "robberyKind = (");

        assertThatThrownBy(() -> DmnTables.compile(wrong, "9901-1")).isInstanceOf(IllegalArgumentException.class);
    }
}
