package nl.aftercare.neighbourhood.settings;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nl.aftercare.neighbourhood.domain.NeighbourLetter;
import nl.aftercare.neighbourhood.domain.NeighbourWordings;
import nl.aftercare.neighbourhood.domain.RobberyKind;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.problem.Problem.InvalidParam;
import nl.aftercare.platform.rest.Multiline;
import nl.aftercare.platform.text.ForbiddenData;
import nl.aftercare.platform.text.Wording;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a municipality writes to neighbours. A text has its subject in the first line, and places to fill between braces, such as
 * {@code {dag}}.
 *
 * @param namesStreets whether a text may name the street or square of a robbery, where enough people live
 * @param sender who signs, such as a team of the municipality
 * @param contact whom to ask: one sentence
 * @param schemes the local schemes, a paragraph for each kind of robbery
 * @param wordings texts in place of the usual ones
 */
@Schema(name = "NeighbourWordings")
public record WordingFields(
        @NotNull Boolean namesStreets,
        @Nullable @Size(min = 1, max = 100) String sender,
        @Nullable @Size(min = 1, max = 200) String contact,

        @Nullable @JsonDeserialize(contentUsing = Multiline.class)
        Map<@NotNull RobberyKind, @NotNull @Size(min = 1, max = 1000) String> schemes,

        @Nullable @JsonDeserialize(contentUsing = Multiline.class)
        Map<@NotNull NeighbourLetter, @NotNull @Size(min = 20, max = 5000) String> wordings) {

    /** @throws InvalidInputException with everything that is wrong with the texts */
    NeighbourWordings toDomain() {
        var paragraphs = Objects.requireNonNullElse(schemes, Map.<RobberyKind, String>of());
        var texts = Objects.requireNonNullElse(wordings, Map.<NeighbourLetter, String>of());
        var wrong = Stream.concat(
                        paragraphs.entrySet().stream()
                                .flatMap(paragraph -> ForbiddenData.in(paragraph.getValue()).stream()
                                        .map(found -> new InvalidParam(
                                                "wordings.schemes." + paragraph.getKey(), "bevat " + found.label()))),
                        texts.entrySet().stream().flatMap(text -> problems(text.getKey(), text.getValue())))
                .toList();
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
        return new NeighbourWordings(namesStreets, sender, contact, paragraphs, texts);
    }

    private static Stream<InvalidParam> problems(NeighbourLetter letter, String text) {
        var problems = new Wording(text).problems(letter.allowedPlaceholders(), letter.neededPlaceholders());
        var all = text.strip().contains("\n")
                ? problems
                : Stream.concat(
                                problems.stream(),
                                Stream.of("moet onder de eerste regel verder gaan: die is het onderwerp"))
                        .toList();
        return all.stream().map(problem -> new InvalidParam("wordings.wordings." + letter, problem));
    }

    static WordingFields of(NeighbourWordings settled) {
        return new WordingFields(
                settled.namesStreets(), settled.sender(), settled.contact(), settled.schemes(), settled.wordings());
    }
}
