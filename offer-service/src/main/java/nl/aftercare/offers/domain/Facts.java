package nl.aftercare.offers.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import nl.aftercare.platform.kernel.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What the rules know of a victim and the robbery. The same facts and rule version always give the same offer.
 *
 * @param victimSupport contact of Slachtofferhulp Nederland with the victim
 * @param branchOrganisation contact of the branch organisation; only asked in a commercial robbery
 * @param need what the victim answered during the visit
 * @param schemes what the municipality has to offer, judged on the day that each scheme says
 */
public record Facts(
        Robbery robbery,
        Progress progress,
        Contact victimSupport,
        Contact branchOrganisation,
        SupportNeed need,
        Map<String, Fact> schemes) {

    public Facts {
        schemes = Map.copyOf(schemes);
    }

    /**
     * @param occurredOn Europe/Amsterdam
     * @param isRobbery {@code NO} when it was none after all
     */
    public record Robbery(
            RobberyKind kind,
            LocalDate occurredOn,
            Fact isRobbery,
            Fact suspectKnown,
            Fact solved,
            Fact hearingScheduled) {}

    /**
     * How far the aftercare of this victim is.
     *
     * @param mergedIntoOther whether it goes on under another report of the same robbery
     */
    public record Progress(Fact granted, Fact willing, Fact visitHeld, Fact mergedIntoOther) {
        public static final Progress NEW = new Progress(Fact.UNKNOWN, Fact.UNKNOWN, Fact.UNKNOWN, Fact.NO);

        /** What was stored before this was a fact, was not merged. */
        public Progress {
            mergedIntoOther = Objects.requireNonNullElse(mergedIntoOther, Fact.NO);
        }
    }

    /** @param on date of the contact, when known */
    public record Contact(Fact contacted, @Nullable LocalDate on) {
        public static final Contact UNKNOWN = new Contact(Fact.UNKNOWN, null);
    }

    /** What is known when nothing is known of the victim yet. */
    public static Facts ofRobbery(Robbery robbery) {
        return new Facts(robbery, Progress.NEW, Contact.UNKNOWN, Contact.UNKNOWN, SupportNeed.UNKNOWN, Map.of());
    }

    public Facts withRobbery(Robbery now) {
        return new Facts(now, progress, victimSupport, branchOrganisation, need, schemes);
    }

    public Facts withGranted(Fact granted) {
        return withProgress(new Progress(granted, progress.willing, progress.visitHeld, progress.mergedIntoOther));
    }

    public Facts withWilling(Fact willing) {
        return withProgress(new Progress(progress.granted, willing, progress.visitHeld, progress.mergedIntoOther));
    }

    public Facts withVisitHeld() {
        return withProgress(new Progress(progress.granted, progress.willing, Fact.YES, progress.mergedIntoOther));
    }

    public Facts withMergedIntoOther() {
        return withProgress(new Progress(progress.granted, progress.willing, progress.visitHeld, Fact.YES));
    }

    public Facts withVictimSupport(Contact contact) {
        return new Facts(robbery, progress, contact, branchOrganisation, need, schemes);
    }

    public Facts withBranchOrganisation(Contact contact) {
        return new Facts(robbery, progress, victimSupport, contact, need, schemes);
    }

    public Facts withNeed(SupportNeed assessed) {
        return new Facts(robbery, progress, victimSupport, branchOrganisation, assessed, schemes);
    }

    public Facts withSchemes(Map<String, Fact> now) {
        return new Facts(robbery, progress, victimSupport, branchOrganisation, need, now);
    }

    private Facts withProgress(Progress now) {
        return new Facts(robbery, now, victimSupport, branchOrganisation, need, schemes);
    }

    /** By the names that the tables use; dates as ISO 8601. */
    public Map<String, String> byName() {
        var all = new LinkedHashMap<String, String>();
        all.put("robberyKind", robbery.kind.name());
        all.put("occurredOn", robbery.occurredOn.toString());
        all.put("isRobbery", robbery.isRobbery.name());
        all.put("suspectKnown", robbery.suspectKnown.name());
        all.put("solved", robbery.solved.name());
        all.put("hearingScheduled", robbery.hearingScheduled.name());
        all.put("mergedIntoOther", progress.mergedIntoOther.name());
        all.put("aftercareGranted", progress.granted.name());
        all.put("willing", progress.willing.name());
        all.put("visitHeld", progress.visitHeld.name());
        all.put("victimSupportContacted", victimSupport.contacted.name());
        all.put("branchContacted", branchOrganisation.contacted.name());
        all.put("homeInsecure", need.homeInsecure().name());
        all.put("entrepreneur", need.entrepreneur().name());
        all.put("tenure", need.tenure().name());
        all.put("hardship", need.hardship().name());
        all.put("cashHandled", need.cashHandled().name());
        all.put("helpWithForms", need.helpWithForms().name());
        all.put("talkWithOffender", need.talkWithOffender().name());
        LocalSchemes.FACTS.forEach(
                fact -> all.put(fact, schemes.getOrDefault(fact, Fact.UNKNOWN).name()));
        return all;
    }
}
