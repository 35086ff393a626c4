package nl.aftercare.notifications.domain;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which text a message has. */
public enum Template {
    /** To the coordinator: a robbery was reported (domain.md T2). */
    NEW_CASE(RecipientKind.COORDINATOR),
    /** To the coordinator, each working morning: what came up that did not have to be told at once. */
    DIGEST(RecipientKind.COORDINATOR),
    /** To the coordinator: a message waits for a person. */
    WORK_WAITING(RecipientKind.COORDINATOR),
    /** To the coordinator: a scheme ends soon (domain.md P5). */
    SCHEME_ENDS(RecipientKind.COORDINATOR),
    /** To the coordinator: the window is nearly over and nothing is agreed (domain.md T4). */
    WINDOW_NEARS(RecipientKind.COORDINATOR),
    /** To the coordinator: nothing will be agreed in time, if all goes on as it does. */
    WINDOW_AT_RISK(RecipientKind.COORDINATOR),
    /** To the coordinator: the window is over and nothing is agreed. */
    WINDOW_BREACHED(RecipientKind.COORDINATOR),
    /** To the manager: the window is over and nothing is agreed. */
    WINDOW_BREACHED_ESCALATED(RecipientKind.MANAGER),
    /** To a partner: which of these dates suit? */
    MEETING_ASKED(RecipientKind.PARTNER),
    /** To a partner that did not answer yet: which of these dates suit? */
    MEETING_ASKED_AGAIN(RecipientKind.PARTNER),
    /** To the coordinator: a partner answered. */
    MEETING_ANSWERED(RecipientKind.COORDINATOR),
    /** To the partner: this is what we agreed about the meeting. */
    MEETING_ARRANGED(RecipientKind.PARTNER),
    /** To the partner, days before: the meeting comes near. */
    MEETING_NEARS(RecipientKind.PARTNER),
    /** To the partner: thanks, and how was it? (seed: "evaluatieformulieren"). */
    MEETING_HELD(RecipientKind.PARTNER),
    /** To a partner: the meeting does not go on, or is with another one. */
    MEETING_WITHDRAWN(RecipientKind.PARTNER),
    /** To the neighbours: that there was a robbery; neighbourhood-service has the text that was approved. */
    NEIGHBOUR_NOTICE(RecipientKind.NEIGHBOURS),
    /** To the neighbours: come to the meeting; neighbourhood-service has the text that was approved. */
    NEIGHBOUR_INVITATION(RecipientKind.NEIGHBOURS),
    /** To the victim: where to find help, and whom to call (seed: "het wijzen op de mogelijkheden voor hulp"; domain.md P7). */
    VICTIM_HELP(RecipientKind.VICTIM),
    /** To the victim: what we can do for you, measure by measure (seed: "Aanbod en acties"). */
    VICTIM_OFFER(RecipientKind.VICTIM),
    /** To the victim: there will be a hearing, and you may speak (seed: "gebruik maken van het spreekrecht"; domain.md T7). */
    VICTIM_HEARING(RecipientKind.VICTIM),
    /** To the victim: the aftercare is done, and whom to call when something comes up. */
    VICTIM_GOODBYE(RecipientKind.VICTIM);

    /** That nothing is agreed: no longer so when something is. */
    public static final Set<Template> WARNINGS =
            EnumSet.of(WINDOW_NEARS, WINDOW_AT_RISK, WINDOW_BREACHED, WINDOW_BREACHED_ESCALATED);

    /** What a withdrawal stops, and an erasure empties. */
    public static final Set<Template> TO_VICTIMS =
            EnumSet.of(VICTIM_HELP, VICTIM_OFFER, VICTIM_HEARING, VICTIM_GOODBYE);

    /** What is of no use once the aftercare is done; a hearing may come after it. */
    public static final Set<Template> WHILE_HELPED = EnumSet.of(VICTIM_HELP, VICTIM_OFFER);

    /** What a coordinator decides to send; nothing that happens promises it by itself. */
    public static final Set<Template> ON_REQUEST = EnumSet.of(VICTIM_HELP, VICTIM_OFFER, VICTIM_HEARING);

    private final RecipientKind recipient;

    Template(RecipientKind recipient) {
        this.recipient = recipient;
    }

    /** What a municipality's own wording of it may fill in; empty for a text that is not worded otherwise. */
    public Set<String> placeholders() {
        return switch (this) {
            case MEETING_ASKED, MEETING_ASKED_AGAIN -> Set.of("naam", "data", "link", "afzender", "telefoon");
            case MEETING_ARRANGED, MEETING_WITHDRAWN, MEETING_NEARS ->
                Set.of("naam", "wanneer", "afzender", "telefoon");
            case MEETING_HELD, VICTIM_HELP, VICTIM_GOODBYE -> Set.of("naam", "afzender", "telefoon");
            case VICTIM_OFFER -> Set.of("naam", "aanbod", "afzender", "telefoon");
            case VICTIM_HEARING -> Set.of("naam", "zitting", "afzender", "telefoon");
            default -> Set.of();
        };
    }

    /** Without these a wording makes no sense. */
    public Set<String> neededPlaceholders() {
        return switch (this) {
            case MEETING_ASKED, MEETING_ASKED_AGAIN -> Set.of("naam", "data", "link");
            case MEETING_ARRANGED, MEETING_WITHDRAWN, MEETING_NEARS -> Set.of("naam", "wanneer");
            case MEETING_HELD, VICTIM_HELP, VICTIM_GOODBYE -> Set.of("naam");
            case VICTIM_OFFER -> Set.of("naam", "aanbod");
            case VICTIM_HEARING -> Set.of("naam", "zitting");
            default -> Set.of();
        };
    }

    /** By its name on the wire. */
    public static Optional<Template> named(String code) {
        return Arrays.stream(values())
                .filter(template -> template.code().equals(code))
                .findFirst();
    }

    /** Whether a partner answers it, by a link of its own. */
    public boolean isQuestion() {
        return this == MEETING_ASKED || this == MEETING_ASKED_AGAIN;
    }

    public RecipientKind recipient() {
        return recipient;
    }

    /** Name on the wire and of the text, such as {@code new-case}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
