package nl.aftercare.notifications.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aftercare.notifications.domain.Fact.Kind;
import nl.aftercare.notifications.domain.MessageEvent.MessageDoneByHand;
import nl.aftercare.notifications.domain.MessageEvent.MessageInHand;
import nl.aftercare.notifications.domain.MessageEvent.MessageSent;
import nl.aftercare.notifications.domain.MessageEvent.MessageWithheld;
import nl.aftercare.platform.kernel.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A message that somebody was promised, with all that happened to it. It ends sent, withheld, superseded, done by hand, or in the work
 * queue of a person; never in silence.
 *
 * @param facts in the order in which they became known
 */
public record Message(Promise promise, List<Fact> facts) {
    /** After this many failed attempts on one channel, some two days, the next channel is tried. */
    public static final int LAST_ATTEMPT = 60;

    public Message {
        facts = List.copyOf(facts);
    }

    public static Message promised(Promise promise) {
        return new Message(promise, List.of(Fact.of(promise.promisedAt(), Kind.CREATED)));
    }

    /** How it is, from all that is known. */
    public MessageState state() {
        if (has(Kind.DONE_BY_HAND)) {
            return MessageState.DONE_BY_HAND;
        }
        if (channels().anyMatch(channel -> verdict(channel) == Kind.DELIVERED)) {
            return MessageState.DELIVERED;
        }
        if (channels().anyMatch(channel -> verdict(channel) == Kind.ACCEPTED)) {
            return MessageState.SENT;
        }
        if (has(Kind.WITHHELD)) {
            return MessageState.WITHHELD;
        }
        if (has(Kind.SUPERSEDED)) {
            return MessageState.SUPERSEDED;
        }
        if (promise.rule().needsApproval() && !has(Kind.APPROVED)) {
            return MessageState.AWAITING_APPROVAL;
        }
        return channel().filter(channel -> !channel.isByHand()).isPresent()
                ? MessageState.WAITING
                : MessageState.IN_HAND;
    }

    /** The one to use now: the first that did not fail; empty when all did. */
    public Optional<Channel> channel() {
        return channels()
                .filter(channel -> !Fact.FAILURES.contains(verdict(channel)))
                .findFirst();
    }

    private Stream<Channel> channels() {
        return promise.rule().channels().stream();
    }

    /** What a channel said last, by its own clock; of two at the same time, the worse. Null while it said nothing that counts. */
    private @Nullable Kind verdict(Channel channel) {
        return of(channel)
                .filter(fact -> fact.kind() == Kind.ACCEPTED
                        || fact.kind() == Kind.DELIVERED
                        || Fact.FAILURES.contains(fact.kind()))
                .max(Comparator.comparing((Fact fact) -> fact.kind() != Kind.ACCEPTED)
                        .thenComparing(Fact::at)
                        .thenComparing(fact -> Fact.FAILURES.contains(fact.kind())))
                .map(Fact::kind)
                .orElse(null);
    }

    private Stream<Fact> of(Channel channel) {
        return facts.stream().filter(fact -> fact.channel() == channel);
    }

    private boolean has(Kind kind) {
        return facts.stream().anyMatch(fact -> fact.kind() == kind);
    }

    /** How often it was handed to the channel that is used now. */
    public int attempts() {
        return channel()
                .or(this::lastTried)
                .map(channel -> (int) of(channel)
                        .filter(fact -> fact.kind() == Kind.ATTEMPTED)
                        .count())
                .orElse(0);
    }

    private Optional<Channel> lastTried() {
        return facts.reversed().stream()
                .filter(fact -> fact.kind() == Kind.ATTEMPTED)
                .map(Fact::channel)
                .findFirst();
    }

    /** Code of what went wrong the last time; empty when nothing did since. */
    public Optional<String> problem() {
        return facts.stream()
                .filter(fact -> fact.channel() != null || fact.kind() == Kind.WITHHELD)
                .filter(fact -> fact.kind() != Kind.ATTEMPTED)
                .reduce((earlier, later) -> later)
                .filter(fact -> fact.kind() != Kind.ACCEPTED && fact.kind() != Kind.DELIVERED)
                .flatMap(fact -> Optional.ofNullable(fact.code()));
    }

    /** When a channel took it first. */
    public Optional<Instant> sentAt() {
        return facts.stream()
                .filter(fact -> fact.kind() == Kind.ACCEPTED)
                .map(Fact::at)
                .findFirst();
    }

    /** How long to wait before the next attempt: 2 s, 4 s, 8 s, and so on up to an hour. */
    public Duration pause() {
        return Duration.ofSeconds(Math.min(3_600, 1L << Math.min(attempts(), 12)));
    }

    /**
     * Handed to the channel that is used now, with this text. What became of an earlier attempt without an answer nobody knows.
     */
    public Message attempt(Instant at, OwnText text) {
        var which = text.wording() == null ? null : "text-v" + text.version();
        return with(new Fact(at, Kind.ATTEMPTED, channel().orElseThrow(), which, null));
    }

    /** Whether an earlier attempt on this channel got no answer: a message that goes again may come twice. */
    public boolean isRepeat() {
        return channel()
                .flatMap(channel ->
                        of(channel).reduce((earlier, later) -> later).filter(fact -> fact.kind() == Kind.ATTEMPTED))
                .isPresent();
    }

    /**
     * The channel took it, whatever was decided meanwhile.
     *
     * @param reference the channel's own name for it; null without one
     */
    public Decision<Message, MessageEvent> accepted(Instant at, Channel channel, @Nullable String reference) {
        var after = add(new Fact(at, Kind.ACCEPTED, channel, null, reference));
        return has(Kind.ACCEPTED) || promise.robberyId() == null
                ? Decision.unchanged(after)
                : Decision.accepted(after, new MessageSent(promise, promise.robberyId(), channel, at));
    }

    /** The channel did not take it; tried again until the last attempt. */
    public Decision<Message, MessageEvent> failed(Instant at, Channel channel, String code) {
        var failed = with(new Fact(at, Kind.FAILED, channel, code, null));
        long attempts =
                of(channel).filter(fact -> fact.kind() == Kind.ATTEMPTED).count();
        return attempts < LAST_ATTEMPT
                ? Decision.unchanged(failed)
                : told(failed.add(new Fact(at, Kind.GIVEN_UP, channel, code, null)), at);
    }

    /** The channel will never take it for this recipient. */
    public Decision<Message, MessageEvent> refused(Instant at, Channel channel, String code) {
        return told(add(new Fact(at, Kind.REFUSED, channel, code, null)), at);
    }

    /** What a channel says later of a message that it took. */
    public Decision<Message, MessageEvent> receipt(Fact receipt, Instant now) {
        return told(add(receipt), now);
    }

    /** The owner of the case said that the victim may be contacted. */
    public Message allowed(Instant at, String proof) {
        return with(new Fact(at, Kind.ALLOWED, null, null, proof));
    }

    /**
     * It may not be sent; what a channel took already cannot be called back.
     *
     * @param code why
     */
    public Decision<Message, MessageEvent> withhold(Instant at, String code) {
        if (isOver()) {
            return Decision.unchanged(this);
        }
        var after = with(Fact.of(at, Kind.WITHHELD, code));
        return promise.robberyId() == null
                ? Decision.unchanged(after)
                : Decision.accepted(after, new MessageWithheld(promise, promise.robberyId(), code));
    }

    /** A later message says it better, or nobody needs it any more. */
    public Decision<Message, MessageEvent> supersede(Instant at) {
        return Decision.unchanged(isOver() ? this : with(Fact.of(at, Kind.SUPERSEDED)));
    }

    private boolean isOver() {
        return MessageState.ENDED.contains(state());
    }

    /** A person lets it go; the same again changes nothing. */
    public Decision<Message, MessageEvent> approve(Instant at) {
        return switch (state()) {
            case AWAITING_APPROVAL -> told(with(Fact.of(at, Kind.APPROVED)), at);
            case WITHHELD, SUPERSEDED -> Decision.refused("message-over", "Dit bericht gaat niet meer uit.");
            default -> Decision.unchanged(this);
        };
    }

    /** What a person did. */
    public enum Result {
        POSTED,
        REACHED,
        NOT_REACHED,
        NOT_NEEDED
    }

    /** A person did it, or decided that it is not needed; the same again changes nothing. */
    public Decision<Message, MessageEvent> doneByHand(Instant at, Result result) {
        var done = Fact.of(at, Kind.DONE_BY_HAND, result.name());
        return switch (state()) {
            case IN_HAND, AWAITING_APPROVAL ->
                promise.robberyId() == null
                        ? Decision.unchanged(with(done))
                        : Decision.accepted(with(done), new MessageDoneByHand(promise, promise.robberyId(), result));
            case DONE_BY_HAND ->
                facts.getLast().code() != null && facts.getLast().code().equals(result.name())
                        ? Decision.unchanged(this)
                        : Decision.refused("message-done", "Er is al vastgelegd wat er is gedaan.");
            default ->
                Decision.refused("message-not-in-hand", "Dit bericht ligt niet bij u. Het systeem verstuurt het.");
        };
    }

    /** Somebody hears of it when from now on a person has to do something. */
    private Decision<Message, MessageEvent> told(Message after, Instant at) {
        boolean isNew = state() != MessageState.IN_HAND && after.state() == MessageState.IN_HAND;
        return isNew && promise.robberyId() != null
                ? Decision.accepted(after, new MessageInHand(promise, promise.robberyId(), at))
                : Decision.unchanged(after);
    }

    private Message add(Fact fact) {
        return facts.stream().anyMatch(fact::isRepeatOf) ? this : with(fact);
    }

    private Message with(Fact fact) {
        var all = new ArrayList<>(facts);
        all.add(fact);
        return new Message(promise, all);
    }
}
