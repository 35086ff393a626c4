package nl.aftercare.platform.kernel;

/**
 * Why a rule of the domain said no.
 *
 * @param code stable, kebab-case, for programs
 * @param reason plain Dutch (B1), for the coordinator; never personal data
 */
public record Refusal(String code, String reason) {}
