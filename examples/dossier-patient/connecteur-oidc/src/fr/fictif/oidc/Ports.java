package fr.fictif.oidc;

import java.util.Map;

/** Ce que le connecteur attend de l'application hôte : aucun réseau ni analyseur JSON n'est imposé. */
public final class Ports {
    private Ports() {}

    /** POST d'un formulaire vers le fournisseur ; rend le corps JSON d'une réponse 200. */
    public interface TokenEndpoint {
        String post(Map<String, String> form) throws OidcException;
    }

    /** Analyse un objet JSON (Jackson, en production) ; les nombres sont rendus en {@code Number}. */
    public interface JsonReader {
        Map<String, Object> read(String json) throws OidcException;
    }
}
