package fr.fictif.oidc;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/**
 * Appel du fournisseur en production, secret en « Basic » (RFC 6749, 2.3.1).
 *
 * <p>Le secret vient de l'environnement du service : ni dans le code, ni dans les paramètres, ni dans les journaux.
 */
public final class HttpTokenEndpoint implements Ports.TokenEndpoint {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI endpoint;
    private final String authorization;

    // @segur SC.SSI/GEN.14
    public HttpTokenEndpoint(Provider provider, Map<String, String> environment) {
        String secret = environment.get("OIDC_CLIENT_SECRET");
        if (secret == null || secret.isBlank()) {
            throw new IllegalStateException("OIDC_CLIENT_SECRET is not set");
        }
        String credentials = encode(provider.clientId()) + ":" + encode(secret);
        endpoint = provider.tokenEndpoint();
        authorization = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String post(Map<String, String> form) throws OidcException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(TIMEOUT)
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(AuthorizationRequest.encode(form)))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new OidcException("token endpoint answered " + response.statusCode());
            }
            return response.body();
        } catch (IOException error) {
            throw new OidcException("token endpoint unreachable", error);
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
            throw new OidcException("interrupted", error);
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
