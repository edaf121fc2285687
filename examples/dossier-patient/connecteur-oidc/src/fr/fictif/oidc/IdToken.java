package fr.fictif.oidc;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Le jeton d'identité une fois vérifié. */
public record IdToken(String subject, Map<String, Object> claims) {

    /**
     * Vérifie signature, émetteur, destinataire, expiration et nonce ; l'algorithme n'est jamais laissé au choix du jeton.
     *
     * @segur SC.SSI/IAM.80
     */
    static IdToken verify(String jwt, AuthorizationRequest request, Ports.JsonReader json, Clock clock) throws OidcException {
        Provider provider = request.provider();
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != 3) {
            throw new OidcException("not a signed token");
        }
        Map<String, Object> header = json.read(decode(parts[0]));
        require("RS256".equals(header.get("alg")), "unexpected signature algorithm");
        PublicKey key = provider.signingKeys().get(String.valueOf(header.get("kid")));
        require(key != null && isSigned(parts, key), "wrong signature");

        Map<String, Object> claims = json.read(decode(parts[1]));
        require(provider.issuer().toString().equals(claims.get("iss")), "wrong issuer");
        require(isFor(provider.clientId(), claims), "token meant for another client");
        require(request.nonce().equals(claims.get("nonce")), "wrong nonce: replayed token");
        require(claims.get("exp") instanceof Number end && clock.instant().getEpochSecond() < end.longValue(), "expired token");
        require(claims.get("sub") instanceof String subject && !subject.isEmpty(), "no subject");
        return new IdToken((String) claims.get("sub"), Map.copyOf(claims));
    }

    private static boolean isFor(String client, Map<String, Object> claims) {
        Object audience = claims.get("aud");
        return client.equals(audience)
                || audience instanceof List<?> several
                        && several.contains(client)
                        && (several.size() == 1 || client.equals(claims.get("azp")));
    }

    private static boolean isSigned(String[] parts, PublicKey key) throws OidcException {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException error) {
            throw new OidcException("unreadable signature", error);
        }
    }

    private static String decode(String part) throws OidcException {
        try {
            return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException error) {
            throw new OidcException("unreadable token", error);
        }
    }

    private static void require(boolean condition, String otherwise) throws OidcException {
        if (!condition) {
            throw new OidcException(otherwise);
        }
    }
}
