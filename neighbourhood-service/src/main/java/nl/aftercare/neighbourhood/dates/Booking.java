package nl.aftercare.neighbourhood.dates;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.MeetingOption;
import nl.aftercare.neighbourhood.domain.MeetingRequest;
import nl.aftercare.neighbourhood.domain.MeetingTime;
import nl.aftercare.neighbourhood.domain.Venue;
import org.jspecify.annotations.Nullable;

/** A meeting to the solver: its options, and the one that is chosen. */
@PlanningEntity
class Booking {
    @PlanningId
    private UUID id;

    @Nullable
    private MeetingRequest request;

    @ValueRangeProvider
    private List<MeetingOption> options;

    @PlanningVariable(allowsUnassigned = true)
    @Nullable
    private MeetingOption option;

    /** Agreed with partners: stays as it is. */
    @PlanningPin
    private boolean pinned;

    /** For the solver, which clones. */
    @SuppressWarnings({"NullAway", "unused"})
    Booking() {}

    private Booking(
            UUID id,
            @Nullable MeetingRequest request,
            List<MeetingOption> options,
            @Nullable MeetingOption option,
            boolean pinned) {
        this.id = id;
        this.request = request;
        this.options = options;
        this.option = option;
        this.pinned = pinned;
    }

    static Booking sought(MeetingRequest request, List<MeetingOption> options) {
        return new Booking(request.planId(), request, options, null, false);
    }

    static Booking agreed(MeetingOption option) {
        return new Booking(UUID.randomUUID(), null, List.of(option), option, true);
    }

    boolean isSought() {
        return request != null;
    }

    MeetingRequest request() {
        return Objects.requireNonNull(request, "an agreed meeting seeks nothing");
    }

    @Nullable
    MeetingOption option() {
        return option;
    }

    MeetingOption chosen() {
        return Objects.requireNonNull(option, "constraints see bookings with an option only");
    }

    @Nullable
    LocalDate day() {
        return option == null ? null : option.time().day();
    }

    boolean isJointWith(Booking other) {
        return isSought()
                && other.isSought()
                && chosen().isSameAs(other.chosen())
                && request().isNear(other.request());
    }

    boolean clashesWith(Booking other) {
        return chosen().clashesWith(other.chosen()) && !isJointWith(other);
    }

    /** What a hall is filled by. */
    Seating seating() {
        return new Seating(chosen().time(), Objects.requireNonNull(chosen().venue()));
    }

    record Seating(MeetingTime time, Venue venue) {}

    /** Who comes when. */
    List<Attendance> attendances() {
        return chosen().partnerIds().stream()
                .map(partner -> new Attendance(partner, chosen().time()))
                .toList();
    }

    record Attendance(UUID partnerId, MeetingTime time) {}
}
