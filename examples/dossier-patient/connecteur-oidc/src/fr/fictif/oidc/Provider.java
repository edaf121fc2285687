package fr.fictif.oidc;

import java.net.URI;
import java.security.PublicKey;
import java.util.Map;

/**
 * Un fournisseur d'identité, entièrement décrit par des paramètres du standard : rien ici n'est propre à un établissement.
 *
 * @param signingKeys clés publiques RSA du fournisseur, par « kid »
 */
public record Provider(
        URI issuer,
        URI authorizationEndpoint,
        URI tokenEndpoint,
        String clientId,
        URI redirectUri,
        Map<String, PublicKey> signingKeys) {

    public Provider {
        for (URI endpoint : new URI[] {issuer, authorizationEndpoint, tokenEndpoint}) {
            if (!"https".equals(endpoint.getScheme())) {
                throw new IllegalArgumentException(endpoint + ": https is required");
            }
        }
        signingKeys = Map.copyOf(signingKeys);
    }
}
