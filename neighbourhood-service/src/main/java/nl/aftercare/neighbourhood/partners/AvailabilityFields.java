package nl.aftercare.neighbourhood.partners;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import nl.aftercare.neighbourhood.domain.Availability;
import nl.aftercare.neighbourhood.domain.Availability.Absence;
import nl.aftercare.neighbourhood.domain.Availability.Hours;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.problem.Problem.InvalidParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When a partner or a hall can be had for a meeting; Europe/Amsterdam.
 *
 * @param hours per week; empty when at any hour
 * @param absences days on which not; both days count
 */
@Schema(name = "Availability")
public record AvailabilityFields(
        @NotNull @Size(max = 50) List<@NotNull @Valid HoursFields> hours,
        @NotNull @Size(max = 100) List<@NotNull @Valid AbsenceFields> absences) {

    @Schema(name = "WeeklyHours")
    public record HoursFields(
            @NotNull DayOfWeek day,
            @NotNull LocalTime from,
            @NotNull LocalTime until) {}

    @Schema(name = "Absence")
    public record AbsenceFields(
            @NotNull LocalDate from, @NotNull LocalDate until) {}

    /** @throws InvalidInputException naming every end that does not lie after its beginning */
    static Availability toDomain(@Nullable AvailabilityFields fields) {
        return fields == null ? Availability.ALWAYS : fields.toDomain();
    }

    private Availability toDomain() {
        var wrong = new ArrayList<InvalidParam>();
        for (int i = 0; i < hours.size(); i++) {
            if (!hours.get(i).until.isAfter(hours.get(i).from)) {
                wrong.add(new InvalidParam("availability.hours[" + i + "].until", "moet na from liggen"));
            }
        }
        for (int i = 0; i < absences.size(); i++) {
            if (absences.get(i).until.isBefore(absences.get(i).from)) {
                wrong.add(new InvalidParam("availability.absences[" + i + "].until", "ligt vóór from"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
        return new Availability(
                hours.stream()
                        .map(one -> new Hours(one.day, one.from, one.until))
                        .toList(),
                absences.stream().map(one -> new Absence(one.from, one.until)).toList());
    }

    static AvailabilityFields of(Availability availability) {
        return new AvailabilityFields(
                availability.hours().stream()
                        .map(one -> new HoursFields(one.day(), one.from(), one.until()))
                        .toList(),
                availability.absences().stream()
                        .map(one -> new AbsenceFields(one.from(), one.until()))
                        .toList());
    }
}
