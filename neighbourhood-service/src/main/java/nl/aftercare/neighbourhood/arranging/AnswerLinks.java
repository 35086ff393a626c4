package nl.aftercare.neighbourhood.arranging;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.time.Time;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * Links with which a partner answers without an account. A link holds ids only, is signed, and answers once: after that, or when other
 * dates were proposed, it only shows how it stands. The same question has the same link.
 */
@ApplicationScoped
class AnswerLinks {
    private static final String AUDIENCE = "answer";
    private final String address;
    private final HmacKey key;
    private final Time time;

    AnswerLinks(
            @ConfigProperty(name = "aftercare.public-url") String publicUrl,
            @ConfigProperty(name = "aftercare.answer-link-key") String key,
            Time time) {
        this.address = publicUrl + "/v1/answers/";
        this.key = new HmacKey(key.getBytes(StandardCharsets.UTF_8));
        this.time = time;
    }

    /** What a link asks of whom. */
    record Question(Municipality municipality, UUID meetingId, UUID partnerId, int round) {}

    /** @param until after that nobody can answer with it, UTC */
    String link(Question question, Instant until) {
        var claims = new JwtClaims();
        claims.setAudience(AUDIENCE);
        claims.setExpirationTime(NumericDate.fromMilliseconds(until.toEpochMilli()));
        claims.setStringClaim("municipality", question.municipality().code());
        claims.setStringClaim("meeting", question.meetingId().toString());
        claims.setStringClaim("partner", question.partnerId().toString());
        claims.setClaim("round", question.round());
        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setKey(key);
        signature.setPayload(claims.toJson());
        try {
            return address + signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a link cannot be signed", e);
        }
    }

    /** @return empty when it was not signed by us, or is over */
    Optional<Question> read(String token) {
        try {
            var claims = consumer().processToClaims(token);
            return Optional.of(new Question(
                    new Municipality(claims.getStringClaimValue("municipality")),
                    UUID.fromString(claims.getStringClaimValue("meeting")),
                    UUID.fromString(claims.getStringClaimValue("partner")),
                    Math.toIntExact(claims.getClaimValue("round", Long.class))));
        } catch (InvalidJwtException | MalformedClaimException e) {
            return Optional.empty();
        }
    }

    private JwtConsumer consumer() {
        return new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
                .setExpectedAudience(AUDIENCE)
                .setRequireExpirationTime()
                .setEvaluationTime(
                        NumericDate.fromMilliseconds(Date.from(time.now()).getTime()))
                .build();
    }

    /** Long enough for every question: until the last of the dates is over. */
    static Instant until(Instant lastEnd) {
        return lastEnd.plus(Duration.ofDays(1));
    }
}
