package fr.fictif.oidc;

/** La connexion est refusée ; le message va au journal technique, pas à l'écran. */
public final class OidcException extends Exception {
    private static final long serialVersionUID = 1L;

    public OidcException(String message) {
        super(message);
    }

    public OidcException(String message, Throwable cause) {
        super(message, cause);
    }
}
