package nl.aftercare.neighbourhood.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.aftercare.neighbourhood.domain.Anchor;
import nl.aftercare.neighbourhood.domain.MeetingStep;
import nl.aftercare.neighbourhood.domain.NeighbourWordings;
import nl.aftercare.neighbourhood.domain.RobberyKind;
import nl.aftercare.neighbourhood.domain.Settings;
import nl.aftercare.platform.problem.InvalidInputException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a municipality decides about its plans.
 *
 * @param anchor from which moment the window of two to three weeks runs
 * @param meetingWithinDays within how many days after it a meeting itself is planned
 * @param stepDays for the steps of a meeting that are wanted on another day than usual: days after it, negative before it
 * @param programme what a meeting is about, in place of the usual
 * @param materials what to have at hand at a meeting, in place of the usual
 * @param wordings how it writes to neighbours
 */
@Schema(name = "NeighbourhoodSettings", examples = """
        {"anchor": "ROBBERY", "meetingWithinDays": 30, "stepDays": {},
         "programme": {"RESIDENTIAL": ["Welkom", "Wat is er gebeurd", "Wat u zelf kunt doen", "Vragen"]}}""")
public record SettingsFields(
        @NotNull Anchor.Event anchor,
        @NotNull @Min(21) @Max(120) Integer meetingWithinDays,

        @Nullable Map<@NotNull MeetingStep, @NotNull @Min(-60) @Max(60) Integer> stepDays,

        @Nullable
        Map<@NotNull RobberyKind, @NotNull @Size(min = 1, max = 20) List<@NotBlank @Size(max = 200) String>> programme,

        @Nullable
        Map<@NotNull RobberyKind, @NotNull @Size(min = 1, max = 20) List<@NotBlank @Size(max = 200) String>> materials,

        @Nullable @Valid WordingFields wordings) {

    /** @throws InvalidInputException with everything that is wrong with the texts */
    Settings toDomain() {
        return new Settings(
                anchor,
                meetingWithinDays,
                Objects.requireNonNullElse(stepDays, Map.of()),
                Objects.requireNonNullElse(programme, Map.of()),
                Objects.requireNonNullElse(materials, Map.of()),
                wordings == null ? NeighbourWordings.USUAL : wordings.toDomain());
    }

    static SettingsFields of(Settings settings) {
        return new SettingsFields(
                settings.anchor(),
                settings.meetingWithinDays(),
                settings.stepDays(),
                settings.programme(),
                settings.materials(),
                WordingFields.of(settings.wordings()));
    }
}
