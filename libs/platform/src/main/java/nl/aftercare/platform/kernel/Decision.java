package nl.aftercare.platform.kernel;

import java.util.List;

/**
 * What a domain answers to a command: the new state with the events that tell of it, or a refusal that changes nothing.
 *
 * @param <S> state after the command
 * @param <E> domain event
 */
public sealed interface Decision<S, E> {

    /** @param events in the order in which they are told */
    record Accepted<S, E>(S state, List<E> events) implements Decision<S, E> {}

    record Refused<S, E>(Refusal refusal) implements Decision<S, E> {}

    static <S, E> Decision<S, E> accepted(S state, E event) {
        return new Accepted<>(state, List.of(event));
    }

    /** For a command that repeats what is already so. */
    static <S, E> Decision<S, E> unchanged(S state) {
        return new Accepted<>(state, List.of());
    }

    /**
     * @param code stable, kebab-case, for programs
     * @param reason plain Dutch (B1), for the coordinator
     */
    static <S, E> Decision<S, E> refused(String code, String reason) {
        return new Refused<>(new Refusal(code, reason));
    }

    /** @throws RefusedException when refused */
    default Accepted<S, E> orRefuse() {
        return switch (this) {
            case Accepted<S, E> accepted -> accepted;
            case Refused<S, E>(var refusal) -> throw new RefusedException(refusal);
        };
    }
}
