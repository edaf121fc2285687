package fr.fictif.oidc;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tests sans réseau ni bibliothèque : un faux fournisseur signe de vrais jetons.
 *
 * <p>{@code java -cp CLASSES fr.fictif.oidc.CodeFlowTest}, sortie en erreur au premier échec.
 */
public final class CodeFlowTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-01T08:00:00Z"), ZoneOffset.UTC);
    private static final long LATER = CLOCK.instant().getEpochSecond() + 60;

    private final KeyPair keys = keyPair();
    private final Provider provider = new Provider(
            URI.create("https://idp.exemple.invalid"),
            URI.create("https://idp.exemple.invalid/authorize"),
            URI.create("https://idp.exemple.invalid/token"),
            "dossier-patient-fictif",
            URI.create("https://dossier.exemple.invalid/retour"),
            Map.of("k1", keys.getPublic()));
    private final AuthorizationRequest request = AuthorizationRequest.start(provider);
    private Map<String, String> posted = Map.of();

    /** @param arguments le fichier JUnit XML à écrire, s'il y en a un */
    public static void main(String[] arguments) throws Exception {
        Map<String, Test> tests = new LinkedHashMap<>();
        tests.put("acceptsTheWholeFlow", CodeFlowTest::acceptsTheWholeFlow);
        tests.put("sendsStateNonceAndPkceChallenge", CodeFlowTest::sendsStateNonceAndPkceChallenge);
        tests.put("refusesAnotherState", CodeFlowTest::refusesAnotherState);
        tests.put("refusesForgedOrForeignTokens", CodeFlowTest::refusesForgedOrForeignTokens);
        tests.put("keepsToHttps", CodeFlowTest::keepsToHttps);
        StringBuilder cases = new StringBuilder();
        for (Map.Entry<String, Test> test : tests.entrySet()) {
            test.getValue().run(new CodeFlowTest());
            cases.append("  <testcase classname=\"fr.fictif.oidc.CodeFlowTest\" name=\"" + test.getKey() + "\"/>\n");
        }
        if (arguments.length > 0) {
            String suite = "<testsuite name=\"connecteur-oidc\" tests=\"" + tests.size() + "\">\n" + cases + "</testsuite>\n";
            Files.writeString(Path.of(arguments[0]), "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + suite);
        }
        System.out.println("CodeFlowTest: " + tests.size() + " tests passed");
    }

    // @segur vérifie SC.SSI/IAM.80
    void acceptsTheWholeFlow() throws Exception {
        IdToken token = finish(claims(), "RS256", keys);
        check(token.subject().equals("899700000001"), "subject");
        check(posted.get("code_verifier").equals(request.codeVerifier()), "the PKCE verifier goes with the code");
        check(posted.get("code").equals("code-fictif"), "code");
    }

    // @segur vérifie SC.SSI/IAM.80
    void sendsStateNonceAndPkceChallenge() {
        // Vecteur de la RFC 7636, annexe B.
        check(
                AuthorizationRequest.challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
                        .equals("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"),
                "S256 challenge");
        String url = request.url().toString();
        check(url.contains("response_type=code&") && url.contains("&code_challenge_method=S256"), url);
        check(url.contains("&state=" + request.state()) && url.contains("&nonce=" + request.nonce()), url);
        check(!url.contains(request.codeVerifier()), "the verifier never goes through the browser");
        check(!request.state().equals(AuthorizationRequest.start(provider).state()), "a state serves once");
    }

    void refusesAnotherState() {
        refused("wrong state", () -> flow("{}").finish(request, Map.of("state", "autre", "code", "code-fictif")));
        refused("wrong state", () -> flow("{}").finish(request, Map.of("code", "code-fictif")));
    }

    // @segur vérifie SC.SSI/IAM.80
    void refusesForgedOrForeignTokens() {
        BiFunction<String, Object, Map<String, Object>> with = (claim, value) -> {
            Map<String, Object> changed = claims();
            changed.put(claim, value);
            return changed;
        };
        refused("wrong nonce", () -> finish(with.apply("nonce", "rejoué"), "RS256", keys));
        refused("wrong issuer", () -> finish(with.apply("iss", "https://autre.invalid"), "RS256", keys));
        refused("another client", () -> finish(with.apply("aud", "autre-client"), "RS256", keys));
        refused("expired", () -> finish(with.apply("exp", LATER - 60), "RS256", keys));
        refused("algorithm", () -> finish(claims(), "none", keys));
        refused("wrong signature", () -> finish(claims(), "RS256", keyPair()));
    }

    void keepsToHttps() {
        URI plain = URI.create("http://idp.exemple.invalid");
        try {
            new Provider(plain, plain, plain, "client", plain, Map.of());
        } catch (IllegalArgumentException expected) {
            return;
        }
        throw new AssertionError("http accepted");
    }

    private Map<String, Object> claims() {
        return new HashMap<>(Map.of(
                "iss", provider.issuer().toString(),
                "aud", provider.clientId(),
                "sub", "899700000001",
                "nonce", request.nonce(),
                "exp", LATER));
    }

    private IdToken finish(Map<String, Object> claims, String algorithm, KeyPair signer) throws Exception {
        String signed = base64(json(Map.of("alg", algorithm, "kid", "k1"))) + "." + base64(json(claims));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(signer.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        String jwt = signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        return flow(json(Map.of("id_token", jwt))).finish(request, Map.of("state", request.state(), "code", "code-fictif"));
    }

    private CodeFlow flow(String answer) {
        return new CodeFlow(
                form -> {
                    posted = form;
                    return answer;
                },
                CodeFlowTest::readFlatJson,
                CLOCK);
    }

    /** Assez pour les objets plats que ces tests écrivent ; la production branche un véritable analyseur. */
    private static Map<String, Object> readFlatJson(String json) {
        Map<String, Object> fields = new HashMap<>();
        Matcher field = Pattern.compile("\"(\\w+)\":(?:\"([^\"]*)\"|(\\d+))").matcher(json);
        while (field.find()) {
            fields.put(field.group(1), field.group(2) != null ? field.group(2) : Long.valueOf(field.group(3)));
        }
        return fields;
    }

    private static String json(Map<String, ?> fields) {
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) -> text.append(text.isEmpty() ? "{" : ",")
                .append('"').append(name).append("\":")
                .append(value instanceof Number ? value.toString() : '"' + value.toString() + '"'));
        return text.append('}').toString();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private interface Test {
        void run(CodeFlowTest fixture) throws Exception;
    }

    private interface Attempt {
        void run() throws Exception;
    }

    private static void refused(String reason, Attempt attempt) {
        try {
            attempt.run();
        } catch (OidcException expected) {
            check(expected.getMessage().contains(reason), "refused for another reason: " + expected.getMessage());
            return;
        } catch (Exception other) {
            throw new AssertionError(other);
        }
        throw new AssertionError("not refused: " + reason);
    }

    private static void check(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError(what);
        }
    }
}
