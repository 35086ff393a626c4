package nl.aftercare.neighbourhood.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.UUID;
import java.util.stream.Stream;
import nl.aftercare.platform.kernel.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * The dates that are proposed for a meeting, the best first; or what has to be given up for one.
 *
 * @param jointWith plans that the first date serves too, in one meeting
 * @param concession only when no date fits; null then too when no hall is free at all
 */
public record DateProposal(
        UUID planId,
        List<MeetingOption> options,
        List<UUID> jointWith,
        @Nullable Concession concession) {
    private static final int AT_MOST = 3;

    public DateProposal {
        options = List.copyOf(options);
        jointWith = List.copyOf(jointWith);
    }

    /**
     * @param chosen what the region's planning found for each request that got a date
     * @param agreed meetings that stand
     */
    public static DateProposal of(
            MeetingRequest request,
            Map<MeetingRequest, MeetingOption> chosen,
            Collection<MeetingOption> agreed,
            WorkingDays days) {
        var own = chosen.get(request);
        var others = chosen.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(request))
                .toList();
        var taken = Stream.concat(agreed.stream(), others.stream().map(Entry::getValue))
                .toList();
        if (own == null) {
            return new DateProposal(
                    request.planId(),
                    List.of(),
                    List.of(),
                    Concession.least(request, taken, days).orElse(null));
        }
        var joint = others.stream()
                .filter(other ->
                        other.getKey().isNear(request) && other.getValue().isSameAs(own))
                .map(other -> other.getKey().planId())
                .toList();
        return new DateProposal(request.planId(), withAlternatives(request, own, taken, days), joint, null);
    }

    /** On other days, as good as can be had beside what is planned. */
    private static List<MeetingOption> withAlternatives(
            MeetingRequest request, MeetingOption own, List<MeetingOption> taken, WorkingDays days) {
        var all = new ArrayList<>(List.of(own));
        request.options(days).stream()
                .filter(option -> taken.stream().noneMatch(option::clashesWith))
                .sorted(Comparator.comparingInt(request::cost))
                .forEach(option -> {
                    boolean isNewDay = all.stream()
                            .noneMatch(
                                    one -> one.time().day().equals(option.time().day()));
                    if (isNewDay && all.size() < AT_MOST) {
                        all.add(option);
                    }
                });
        return all;
    }
}
