package nl.aftercare.notifications.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.aftercare.notifications.domain.Channel;
import nl.aftercare.notifications.domain.HouseStyle;
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
 * @param houseStyle whom messages are from and how they look; absent for a plain one
 * @param rules of the texts that go otherwise than usual; when read, of all texts
 */
@Schema(name = "SendingSettings", examples = """
        {"quietHours": {"from": "20:00", "until": "08:00", "onWorkingDaysOnly": false},
         "houseStyle": {"sender": "Gemeente Voorbeeldstad", "phone": "14 099", "colour": "#154273"}, "rules": []}""")
public record SendingFields(
        @Nullable @Valid QuietFields quietHours,
        @Nullable @Valid StyleFields houseStyle,
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
     * Whom messages are from and how they look.
     *
     * @param sender as it stands in a sentence, such as "gemeente Voorbeeldstad"
     * @param phone whom a recipient may call
     * @param returnAddress on one line, for letters that come back
     * @param colour of headings and links: dark enough to be read on white
     */
    @Schema(name = "HouseStyle")
    public record StyleFields(
            @NotNull @Size(min = 2, max = 80) String sender,

            @Nullable @Pattern(regexp = "[0-9+][0-9 -]{2,19}", message = "moet een telefoonnummer zijn, zoals 14 020")
            String phone,

            @Nullable @Size(max = 120) String returnAddress,

            @NotNull @Pattern(regexp = "#[0-9a-fA-F]{6}", message = "moet een kleur zijn, zoals #154273")
            String colour) {

        HouseStyle toDomain() {
            return new HouseStyle(sender, phone, returnAddress, colour);
        }

        static StyleFields of(HouseStyle style) {
            return new StyleFields(style.sender(), style.phone(), style.returnAddress(), style.colour());
        }
    }

    /**
     * How one text goes.
     *
     * @param template such as {@code victim-help}
     * @param channels in which order they are tried
     * @param urgent goes at night and on holidays too, and before what is not
     * @param needsApproval a person approves each message before it goes; always so for victims
     * @param digest goes in the summary of the next morning; only what is for the coordinator and not urgent
     */
    @Schema(name = "SendingRule")
    public record RuleFields(
            @NotNull @Size(max = 50) String template,
            @NotNull @Size(min = 1, max = 5) List<@NotNull Channel> channels,
            @NotNull Boolean urgent,
            @NotNull Boolean needsApproval,
            @Nullable Boolean digest) {

        boolean isInDigest() {
            return Boolean.TRUE.equals(digest);
        }
    }

    /** By which a person hears that there is something to do. */
    private static final Set<Template> TELLING = EnumSet.of(Template.DIGEST, Template.WORK_WAITING);

    /** @throws InvalidInputException with everything that is wrong with the rules */
    SendingOverride toDomain() {
        var given = Objects.requireNonNullElse(rules, List.<RuleFields>of());
        var wrong = Stream.concat(
                        style(),
                        IntStream.range(0, given.size())
                                .boxed()
                                .flatMap(i -> problems("rules[" + i + "]", given.get(i)).stream()))
                .toList();
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
        var all = new HashMap<Template, SendingRule>();
        given.forEach(rule -> all.put(
                Template.named(rule.template()).orElseThrow(),
                new SendingRule(rule.channels(), rule.urgent(), rule.needsApproval(), rule.isInDigest())));
        return new SendingOverride(
                quietHours == null ? null : quietHours.toDomain(),
                houseStyle == null ? null : houseStyle.toDomain(),
                all);
    }

    private Stream<InvalidParam> style() {
        return houseStyle == null || HouseStyle.isReadable(houseStyle.colour())
                ? Stream.empty()
                : Stream.of(new InvalidParam(
                        "houseStyle.colour",
                        "is te licht: op wit kan niet iedereen die lezen. Kies een donkerder kleur."));
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
                        rule.isInDigest()
                                        && (rule.urgent()
                                                || template.get() == Template.DIGEST
                                                || template.get().recipient() != RecipientKind.COORDINATOR)
                                ? new InvalidParam(
                                        at + ".digest",
                                        "kan alleen bij berichten aan de coördinator die geen haast hebben")
                                : null,
                        template.get().recipient().isStaff() && rule.needsApproval()
                                ? new InvalidParam(at + ".needsApproval", "kan niet: dit bericht is voor u zelf")
                                : null,
                        TELLING.contains(template.get()) && !rule.channels().equals(List.of(Channel.EMAIL))
                                ? new InvalidParam(
                                        at + ".channels", "kan alleen EMAIL zijn: hiermee hoort u dat er werk ligt")
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
                StyleFields.of(settings.houseStyle()),
                Arrays.stream(Template.values())
                        .map(template -> of(template, settings.rule(template)))
                        .sorted(Comparator.comparing(RuleFields::template))
                        .toList());
    }

    private static RuleFields of(Template template, SendingRule rule) {
        return new RuleFields(template.code(), rule.channels(), rule.urgent(), rule.needsApproval(), rule.digest());
    }
}
