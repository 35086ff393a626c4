package nl.aftercare.cases.screening;

import jakarta.validation.constraints.NotNull;
import nl.aftercare.cases.domain.AftercareDecision.Result;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was decided about the aftercare of a victim. There is no field for a reason (domain.md 1.7). */
@Schema(name = "Decision", examples = """
        {"result": "GRANTED_WITH_VISIT"}""")
public record DecisionRequest(@NotNull Result result) {}
