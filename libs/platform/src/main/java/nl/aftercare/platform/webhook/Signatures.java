package nl.aftercare.platform.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.aftercare.platform.logbook.Pseudonyms;

/** Standard Webhooks signatures. The secret of a subscription follows from its id and the key of the service: it is stored nowhere. */
@ApplicationScoped
class Signatures {
    private final Pseudonyms keyed;

    Signatures(Pseudonyms keyed) {
        this.keyed = keyed;
    }

    /** What the subscriber checks with, in the form of the standard. */
    String secret(UUID subscription) {
        return "whsec_" + Base64.getEncoder().encodeToString(key(subscription));
    }

    /** @param timestamp seconds since 1970, as in its header */
    String of(UUID subscription, UUID event, long timestamp, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(subscription), "HmacSHA256"));
            var signed = event + "." + timestamp + "." + body;
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] key(UUID subscription) {
        return HexFormat.of()
                .parseHex(keyed.of(("webhook-signature:" + subscription).getBytes(StandardCharsets.US_ASCII)));
    }
}
