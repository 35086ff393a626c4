package nl.aftercare.notifications.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
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
    /** Code of an attempt of which nobody knows what became. */
    public static final String NO_ANSWER = "no-answer";

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
        if (promise.notBefore() != null && !has(Kind.DUE)) {
            return MessageState.PLANNED;
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

    /** When a channel took it first, as far as is known. */
    public Optional<Instant> sentAt() {
        return facts.stream()
                .filter(fact -> fact.kind() == Kind.ACCEPTED || fact.kind() == Kind.DELIVERED)
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
        return channel().filter(this::isUnanswered).isPresent();
    }

    private boolean isUnanswered(Channel channel) {
        var told = of(channel).toList();
        return IntStream.range(0, told.size())
                .filter(i -> told.get(i).kind() == Kind.ATTEMPTED)
                .anyMatch(i -> i + 1 == told.size()
                        || told.get(i + 1).kind() == Kind.ATTEMPTED
                        || NO_ANSWER.equals(told.get(i + 1).code()));
    }

    /**
     * The channel took it, whatever was decided meanwhile.
     *
     * @param reference the channel's own name for it; null without one
     */
    public Decision<Message, MessageEvent> accepted(Instant at, Channel channel, @Nullable String reference) {
        return taken(add(new Fact(at, Kind.ACCEPTED, channel, null, reference)), at, channel);
    }

    private Decision<Message, MessageEvent> taken(Message after, Instant at, Channel channel) {
        return sentAt().isPresent() || promise.robberyId() == null
                ? Decision.unchanged(after)
                : Decision.accepted(after, new MessageSent(promise, promise.robberyId(), channel, at));
    }

    /** The channel did not take it; tried again until the last attempt. */
    public Decision<Message, MessageEvent> failed(Instant at, Channel channel, String code) {
        var failed = with(new Fact(at, Kind.FAILED, channel, code, null));
        long attempts =
                of(channel).filter(fact -> fact.kind() == Kind.ATTEMPTED).count();
        return attempts < channel.lastAttempt()
                ? Decision.unchanged(failed)
                : told(failed.add(new Fact(at, Kind.GIVEN_UP, channel, code, null)), at);
    }

    /** The channel will never take it for this recipient. */
    public Decision<Message, MessageEvent> refused(Instant at, Channel channel, String code) {
        return told(add(new Fact(at, Kind.REFUSED, channel, code, null)), at);
    }

    /** What a channel says later of a message that it took. */
    public Decision<Message, MessageEvent> receipt(Fact receipt, Instant now) {
        var channel = receipt.channel();
        return receipt.kind() == Kind.DELIVERED && channel != null
                ? taken(add(receipt), receipt.at(), channel)
                : told(add(receipt), now);
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

    /** A later message says otherwise: if this one comes back, nobody tries again. */
    public Decision<Message, MessageEvent> overtake(Instant at) {
        return Decision.unchanged(has(Kind.SUPERSEDED) ? this : with(Fact.of(at, Kind.SUPERSEDED)));
    }

    /** It is sent from now on. */
    public Message due(Instant at) {
        return state() == MessageState.PLANNED ? with(Fact.of(at, Kind.DUE)) : this;
    }

    /** It goes in a summary, and not by itself. */
    public Decision<Message, MessageEvent> gather(Instant at, UUID summary) {
        return Decision.unchanged(
                isOver() ? this : with(new Fact(at, Kind.SUPERSEDED, null, "in-digest", summary.toString())));
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
                facts.stream()
                                .anyMatch(fact -> fact.kind() == Kind.DONE_BY_HAND
                                        && result.name().equals(fact.code()))
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
