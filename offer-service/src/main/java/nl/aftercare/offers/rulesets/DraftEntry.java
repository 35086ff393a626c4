package nl.aftercare.offers.rulesets;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.aftercare.offers.domain.Validity;
import nl.aftercare.offers.domain.Validity.JudgedOn;
import nl.aftercare.offers.rules.TableCheck.Finding;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.problem.Problem.InvalidParam;
import nl.aftercare.platform.rest.Multiline;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Decision tables to be prepared.
 *
 * @param dmn a DMN 1.x file as text: a decision of type {@code tLine} per measure; a measure that is not in it stays as it is nationally
 * @param validFrom first day, Europe/Amsterdam
 * @param validTo last day, not before the first; absent when no end is known
 * @param judgedOn whether the tables must hold on the day of the robbery or of the application
 */
@Schema(name = "RuleSetDraftEntry", examples = """
        {"dmn": "wat GET /measures/{measure}/dmn gaf, gewijzigd", "validFrom": "2026-07-01", "judgedOn": "ROBBERY"}""")
public record DraftEntry(
        @NotBlank @JsonDeserialize(using = Multiline.class) String dmn,
        @NotNull LocalDate validFrom,
        @Nullable LocalDate validTo,
        @NotNull JudgedOn judgedOn) {

    Validity validity() {
        return new Validity(validFrom, validTo, judgedOn);
    }

    /** @throws InvalidInputException naming every row and column that is wrong, with all else that is */
    void accept(List<Finding> findings) {
        var ends = validity().endsBeforeItBegins()
                ? Stream.of(new InvalidParam("validTo", "ligt vóór validFrom"))
                : Stream.<InvalidParam>of();
        refuse(Stream.concat(findings.stream().map(DraftEntry::param), ends).toList());
    }

    /** @throws InvalidInputException naming every row and column that is wrong */
    static void refuseFindings(List<Finding> findings) {
        refuse(findings.stream().map(DraftEntry::param).toList());
    }

    private static void refuse(List<InvalidParam> wrong) {
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
    }

    private static InvalidParam param(Finding finding) {
        var place = finding.place();
        return new InvalidParam(place.isEmpty() ? "dmn" : "dmn." + place, finding.reason());
    }
}
