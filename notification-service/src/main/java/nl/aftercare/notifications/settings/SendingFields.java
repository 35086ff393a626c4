package nl.aftercare.notifications.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.aftercare.notifications.domain.Channel;
import nl.aftercare.notifications.domain.QuietHours;
import nl.aftercare.notifications.domain.RecipientKind;
import nl.aftercare.notifications.domain.SendingOverride;
import nl.aftercare.notifications.domain.SendingRule;
import nl.aftercare.notifications.domain.SendingSettings;
import nl.aftercare.notifications.domain.Template;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.problem.Problem.InvalidParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a municipality sends its messages.
 *
 * @param quietHours when nothing goes that is not urgent; absent for the usual ones
 * @param rules of the texts that go otherwise than usual; when read, of all texts
 */
@Schema(name = "SendingSettings")
public record SendingFields(
        @Nullable @Valid QuietFields quietHours,
        @Nullable @Size(max = 100) List<@NotNull @Valid RuleFields> rules) {

    /**
     * Times in Europe/Amsterdam.
     *
     * @param until the same as {@code from} for no quiet hours
     */
    @Schema(name = "QuietHours")
    public record QuietFields(
            @NotNull @Pattern(regexp = TIME, message = "moet een tijd zijn, zoals 21:00")
            String from,

            @NotNull @Pattern(regexp = TIME, message = "moet een tijd zijn, zoals 08:00")
            String until,

            @NotNull Boolean onWorkingDaysOnly) {
        private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

        QuietHours toDomain() {
            return new QuietHours(LocalTime.parse(from), LocalTime.parse(until), onWorkingDaysOnly);
        }

        static QuietFields of(QuietHours hours) {
            return new QuietFields(hours.from().toString(), hours.until().toString(), hours.onWorkingDaysOnly());
        }
    }

    /**
     * How one text goes.
     *
     * @param template such as {@code victim-help}
     * @param channels in which order they are tried
     * @param urgent goes at night and on holidays too, and before what is not
     * @param needsApproval a person approves each message before it goes; always so for victims
     */
    @Schema(name = "SendingRule")
    public record RuleFields(
            @NotNull @Size(max = 50) String template,
            @NotNull @Size(min = 1, max = 5) List<@NotNull Channel> channels,
            @NotNull Boolean urgent,
            @NotNull Boolean needsApproval) {}

    /** @throws InvalidInputException with everything that is wrong with the rules */
    SendingOverride toDomain() {
        var given = Objects.requireNonNullElse(rules, List.<RuleFields>of());
        var wrong = IntStream.range(0, given.size())
                .boxed()
                .flatMap(i -> problems("rules[" + i + "]", given.get(i)).stream())
                .toList();
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
        var all = new HashMap<Template, SendingRule>();
        given.forEach(rule -> all.put(
                Template.named(rule.template()).orElseThrow(),
                new SendingRule(rule.channels(), rule.urgent(), rule.needsApproval())));
        return new SendingOverride(quietHours == null ? null : quietHours.toDomain(), all);
    }

    private static List<InvalidParam> problems(String at, RuleFields rule) {
        var template = Template.named(rule.template());
        if (template.isEmpty()) {
            return List.of(new InvalidParam(at + ".template", "is geen bericht dat wij kennen"));
        }
        boolean isToVictim = template.get().recipient() == RecipientKind.VICTIM;
        boolean isToNeighbours = template.get().recipient() == RecipientKind.NEIGHBOURS;
        return Stream.of(
                        new HashSet<>(rule.channels()).size() < rule.channels().size()
                                ? new InvalidParam(at + ".channels", "noemt een manier twee keer")
                                : null,
                        isToVictim && !rule.needsApproval()
                                ? new InvalidParam(
                                        at + ".needsApproval",
                                        "moet: een mens kijkt voordat een slachtoffer bericht krijgt")
                                : null,
                        isToNeighbours && !rule.channels().equals(List.of(Channel.PRINT))
                                ? new InvalidParam(
                                        at + ".channels", "kan alleen PRINT zijn: van de buurt zijn er geen adressen")
                                : null)
                .filter(Objects::nonNull)
                .toList();
    }

    static SendingFields of(SendingSettings settings) {
        return new SendingFields(
                QuietFields.of(settings.quietHours()),
                Arrays.stream(Template.values())
                        .map(template -> of(template, settings.rule(template)))
                        .sorted(Comparator.comparing(RuleFields::template))
                        .toList());
    }

    private static RuleFields of(Template template, SendingRule rule) {
        return new RuleFields(template.code(), rule.channels(), rule.urgent(), rule.needsApproval());
    }
}
