package nl.aftercare.platform.problem;

/** Ends a request with this problem. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.type(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /** The same answer for what does not exist and for what is another municipality's. */
    public static ProblemException notFound() {
        return new ProblemException(
                Problem.of(404, "not-found", "Niet gevonden", "Dit bestaat niet, of u mag het niet zien."));
    }

    /** A change that was based on an older version than the stored one. */
    public static ProblemException staleVersion() {
        return new ProblemException(Problem.of(
                412,
                "stale-version",
                "Intussen gewijzigd",
                "Iemand heeft dit intussen gewijzigd. Haal de nieuwste versie op en probeer het opnieuw."));
    }
}
