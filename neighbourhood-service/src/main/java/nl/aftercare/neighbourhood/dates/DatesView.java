package nl.aftercare.neighbourhood.dates;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Concession;
import nl.aftercare.neighbourhood.domain.DateProposal;
import nl.aftercare.neighbourhood.domain.MeetingOption;
import nl.aftercare.neighbourhood.domain.NeighbourhoodPlan;
import nl.aftercare.neighbourhood.domain.PartnerKind;
import nl.aftercare.neighbourhood.domain.RobberyKind;
import nl.aftercare.neighbourhood.domain.Unrest;
import nl.aftercare.neighbourhood.persistence.DateProposals.Stored;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was found for the meeting of a plan.
 *
 * @param state whether what follows is the newest answer, or another is being sought
 * @param computedAt from what was known then, UTC; null until something was found
 * @param dates the best first; empty when none fits
 * @param concession what has to give way for a date, only when none fits
 */
@Schema(name = "DateProposals")
public record DatesView(
        State state,
        @Nullable Instant computedAt,
        List<DateView> dates,
        @Nullable ConcessionView concession) {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("date-texts", Locale.of("nl"));

    @Schema(name = "DateProposalsState")
    public enum State {
        NEVER_ASKED,
        SEEKING,
        FOUND
    }

    /**
     * A date for the meeting.
     *
     * @param day Europe/Amsterdam
     * @param venueId null when a hall is still to be found
     * @param partnerIds whom to ask
     * @param jointWith other plans that the same meeting can serve
     * @param reasons in plain Dutch (B1)
     */
    @Schema(name = "DateProposal")
    public record DateView(
            LocalDate day,
            Instant startsAt,
            Instant endsAt,
            @Nullable UUID venueId,
            @Nullable String venue,
            List<UUID> partnerIds,
            List<UUID> jointWith,
            List<String> reasons) {}

    /**
     * What has to give way.
     *
     * @param daysLate after the last day within what the municipality settled
     * @param absent kinds of partners of whom nobody can come
     * @param seatsShort how many of those expected do not fit in the hall
     */
    @Schema(name = "DateConcession")
    public record ConcessionView(DateView date, int daysLate, List<PartnerKind> absent, int seatsShort) {}

    static DatesView asked() {
        return new DatesView(State.SEEKING, null, List.of(), null);
    }

    static DatesView of(@Nullable Stored found, NeighbourhoodPlan plan, boolean isAsked) {
        if (found == null) {
            return isAsked ? asked() : new DatesView(State.NEVER_ASKED, null, List.of(), null);
        }
        var proposal = found.proposal();
        var concession = proposal.concession();
        var dates = new ArrayList<DateView>();
        for (var option : proposal.options()) {
            dates.add(date(option, proposal, plan));
        }
        return new DatesView(
                isAsked ? State.SEEKING : State.FOUND,
                found.computedAt(),
                dates,
                concession == null ? null : concession(concession));
    }

    private static DateView date(MeetingOption option, DateProposal proposal, NeighbourhoodPlan plan) {
        // only the first date is shared with others
        var jointWith = option.equals(proposal.options().getFirst()) ? proposal.jointWith() : List.<UUID>of();
        return view(option, jointWith, reasons(option, jointWith, plan));
    }

    private static DateView view(MeetingOption option, List<UUID> jointWith, List<String> reasons) {
        var venue = option.venue();
        return new DateView(
                option.time().day(),
                option.time().startsAt(),
                option.time().endsAt(),
                venue == null ? null : venue.id(),
                venue == null ? null : venue.name(),
                option.partnerIds(),
                jointWith,
                reasons);
    }

    private static List<String> reasons(MeetingOption option, List<UUID> jointWith, NeighbourhoodPlan plan) {
        var outline = plan.outline();
        var audience = outline.audience();
        var venue = option.venue();
        var reasons = new ArrayList<String>();
        reasons.add(text("free", option.partnerIds().size()));
        if (option.time().from().getHour() >= EVENING) {
            reasons.add(text(outline.kind() == RobberyKind.COMMERCIAL ? "closing-time" : "evening"));
        }
        if (outline.unrest() == Unrest.HIGH) {
            reasons.add(text("unrest"));
        }
        if (venue == null) {
            reasons.add(text("no-hall"));
        } else if (audience == null) {
            reasons.add(text("hall", venue.name(), venue.capacity()));
        } else {
            reasons.add(text("hall-fits", venue.name(), venue.capacity(), audience.expected(), audience.addresses()));
        }
        if (!jointWith.isEmpty()) {
            reasons.add(text("joint", jointWith.size()));
        }
        return reasons;
    }

    private static final int EVENING = 18;

    private static ConcessionView concession(Concession least) {
        var reasons = new ArrayList<String>();
        if (least.daysLate() > 0) {
            reasons.add(text("late", least.daysLate()));
        }
        least.absent().forEach(kind -> reasons.add(text("absent." + kind)));
        if (least.seatsShort() > 0) {
            reasons.add(text("seats", least.seatsShort()));
        }
        return new ConcessionView(
                view(least.option(), List.of(), reasons), least.daysLate(), least.absent(), least.seatsShort());
    }

    private static String text(String key, Object... values) {
        return MessageFormat.format(TEXTS.getString(key), values);
    }
}
