package nl.aftercare.cases.merging;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Stream;
import nl.aftercare.cases.domain.Merger.Side;
import nl.aftercare.cases.domain.RobberyKind;
import nl.aftercare.cases.persistence.Mergers.Candidate;
import nl.aftercare.cases.persistence.Mergers.Proposals;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A robbery that may be the same incident as older ones.
 *
 * @param candidates the newest first
 */
@Schema(name = "MergeProposal")
public record MergeProposalView(RobberyRef robbery, List<CandidateView> candidates) {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("case-texts", Locale.of("nl"));

    /**
     * @param occurredAt UTC
     * @param caseIds in the order in which they were opened
     */
    @Schema(name = "RobberyReference")
    public record RobberyRef(UUID id, String municipality, RobberyKind kind, Instant occurredAt, List<UUID> caseIds) {

        static RobberyRef of(Side side) {
            var robbery = side.robbery();
            return new RobberyRef(
                    robbery.id().value(),
                    robbery.municipality().code(),
                    robbery.kind(),
                    robbery.facts().occurredAt(),
                    side.cases().stream().map(one -> one.id().value()).toList());
        }
    }

    /** @param reasons why they may be one, in plain Dutch (B1) */
    @Schema(name = "MergeCandidate")
    public record CandidateView(RobberyRef robbery, List<String> reasons) {

        static CandidateView of(Candidate candidate, Proposals proposals) {
            return new CandidateView(
                    ref(candidate.otherId(), proposals),
                    Stream.of(
                                    candidate.sameTime() ? "merge.same-time" : "",
                                    candidate.sameAddress() ? "merge.same-address" : "")
                            .filter(key -> !key.isEmpty())
                            .map(TEXTS::getString)
                            .toList());
        }
    }

    static MergeProposalView of(UUID robberyId, Proposals proposals) {
        return new MergeProposalView(
                ref(robberyId, proposals),
                proposals.candidates().stream()
                        .filter(candidate -> candidate.robberyId().equals(robberyId))
                        .map(candidate -> CandidateView.of(candidate, proposals))
                        .toList());
    }

    private static RobberyRef ref(UUID robberyId, Proposals proposals) {
        return RobberyRef.of(Objects.requireNonNull(proposals.robberies().get(robberyId), "every candidate is loaded"));
    }
}
