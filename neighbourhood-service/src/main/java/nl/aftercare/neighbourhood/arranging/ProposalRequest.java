package nl.aftercare.neighbourhood.arranging;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Meeting.Slot;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.problem.Problem.InvalidParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Dates that partners can choose from.
 *
 * @param options the one that is wanted most first
 * @param partnerIds who has to agree, the one with whom it is arranged first
 * @param jointWith other plans that the same meeting serves; only when dates are proposed for the first time
 */
@Schema(name = "MeetingProposal", examples = """
        {"options": [{"startsAt": "2036-03-18T18:30:00Z"}, {"startsAt": "2036-03-19T18:30:00Z"}],
         "partnerIds": ["01978000-0000-7000-8000-00000000000c"]}""")
public record ProposalRequest(
        @NotNull @NotEmpty @Size(max = 5) List<@NotNull @Valid Option> options,
        @NotNull @NotEmpty @Size(max = 10) List<@NotNull UUID> partnerIds,
        @Nullable @Size(max = 10) List<@NotNull UUID> jointWith) {

    /**
     * A date.
     *
     * @param startsAt RFC 3339 with any offset
     * @param venueId the hall; absent when not known yet
     */
    @Schema(name = "MeetingProposalOption")
    public record Option(
            @NotNull Instant startsAt, @Nullable UUID venueId) {}

    /** @throws InvalidInputException naming what is past or said twice */
    List<Slot> slots(UUID planId, Instant now) {
        var wrong = new ArrayList<InvalidParam>();
        var seen = new HashSet<Instant>();
        for (int i = 0; i < options.size(); i++) {
            var startsAt = options.get(i).startsAt();
            if (!startsAt.isAfter(now)) {
                wrong.add(new InvalidParam("options[" + i + "].startsAt", "ligt niet in de toekomst"));
            } else if (!seen.add(startsAt)) {
                wrong.add(new InvalidParam("options[" + i + "].startsAt", "staat er twee keer"));
            }
        }
        if (new HashSet<>(partnerIds).size() < partnerIds.size()) {
            wrong.add(new InvalidParam("partnerIds", "noemt een partner twee keer"));
        }
        if (others().contains(planId) || new HashSet<>(others()).size() < others().size()) {
            wrong.add(new InvalidParam("jointWith", "noemt een buurtplan twee keer"));
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
        return options.stream()
                .map(option -> Slot.usual(option.startsAt(), option.venueId()))
                .toList();
    }

    List<UUID> others() {
        return Objects.requireNonNullElse(jointWith, List.of());
    }
}
