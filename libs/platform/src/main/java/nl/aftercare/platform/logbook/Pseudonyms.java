package nl.aftercare.platform.logbook;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keyed hashes (HMAC-SHA-256) in place of what they stand for, so that by itself what is stored points to nobody. */
@ApplicationScoped
public class Pseudonyms {
    private final SecretKeySpec key;

    Pseudonyms(@ConfigProperty(name = "aftercare.pseudonym-key") String key) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** @param subject id of the data subject in the owning service, such as a case id */
    public String of(UUID subject) {
        return of(subject.toString().getBytes(StandardCharsets.US_ASCII));
    }

    public String of(byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
