package fr.fictif.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Retour du navigateur après la connexion chez le fournisseur d'identité.
 *
 * <p>La synchronisation des comptes (SC.SSI/IAM.83) est hors périmètre de ce connecteur.
 */
public final class CodeFlow {
    private final Ports.TokenEndpoint endpoint;
    private final Ports.JsonReader json;
    private final Clock clock;

    public CodeFlow(Ports.TokenEndpoint endpoint, Ports.JsonReader json, Clock clock) {
        this.endpoint = endpoint;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Échange le code reçu contre un jeton d'identité vérifié. L'appelant retire {@code request} de la session avant l'appel.
     *
     * @param callback paramètres de l'adresse de retour
     * @throws OidcException dès qu'une vérification échoue
     * @segur implémente SC.SSI/IAM.80 - seconde étape : state, code, puis jeton
     */
    public IdToken finish(AuthorizationRequest request, Map<String, String> callback) throws OidcException {
        if (!same(request.state(), callback.getOrDefault("state", ""))) {
            throw new OidcException("wrong state: this answer belongs to no request of this browser");
        }
        if (callback.containsKey("error")) {
            throw new OidcException("refused by the provider: " + callback.get("error"));
        }
        String code = callback.get("code");
        if (code == null || code.isBlank()) {
            throw new OidcException("no authorization code");
        }
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", request.provider().redirectUri().toString());
        form.put("client_id", request.provider().clientId());
        form.put("code_verifier", request.codeVerifier());
        if (!(json.read(endpoint.post(form)).get("id_token") instanceof String jwt)) {
            throw new OidcException("the provider sent no id_token");
        }
        return IdToken.verify(jwt, request, json, clock);
    }

    private static boolean same(String expected, String received) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), received.getBytes(StandardCharsets.UTF_8));
    }
}
