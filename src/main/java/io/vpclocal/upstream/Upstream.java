package io.vpclocal.upstream;

import io.vpclocal.protocol.setting.ShownText;
import io.vpclocal.protocol.setting.UnusableSetting;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A server that answers calls of AWS services.
 *
 * @param uri scheme, host, port and perhaps a path, without a slash at the end
 * @param accessKeyId the access key for signing requests; null to use the id of the caller's account
 * @param secret the secret access key; null without a key
 */
public record Upstream(
        URI uri, @Nullable String accessKeyId, @Nullable String secret) {

    private static final int LAST_PORT = 65_535;

    /**
     * Reads {@code http://host:port} or {@code http://accessKeyId:secretAccessKey@host:port}.
     *
     * @throws UnusableSetting if the URL is invalid; the message does not contain the secret
     */
    static Upstream parse(String setting, String url) {
        try {
            URI given = new URI(url.strip());
            String scheme = Objects.requireNonNullElse(given.getScheme(), "");
            boolean web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
            if (!web
                    || given.getHost() == null
                    || !isPort(given.getPort())
                    || given.getRawQuery() != null
                    || given.getRawFragment() != null) {
                throw unusable(setting, url);
            }
            String path = Objects.requireNonNullElse(given.getRawPath(), "").replaceFirst("/+$", "");
            URI bare = new URI(scheme + "://" + given.getHost() + port(given) + path);
            return withCredentials(setting, url, bare, given.getRawUserInfo());
        } catch (URISyntaxException e) {
            throw unusable(setting, url);
        }
    }

    private static Upstream withCredentials(String setting, String url, URI bare, @Nullable String userInfo) {
        if (userInfo == null) {
            return new Upstream(bare, null, null);
        }
        int colon = userInfo.indexOf(':');
        if (colon < 1) {
            throw unusable(setting, url);
        }
        return new Upstream(bare, decoded(userInfo.substring(0, colon)), decoded(userInfo.substring(colon + 1)));
    }

    /** @param port -1 for the default port of the scheme */
    private static boolean isPort(int port) {
        return port == -1 || (port > 0 && port <= LAST_PORT);
    }

    private static String port(URI uri) {
        return uri.getPort() < 0 ? "" : ":" + uri.getPort();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** It has no cause, because the parser's exception would contain the secret. */
    private static UnusableSetting unusable(String setting, String url) {
        return UnusableSetting.wrong(
                setting,
                ShownText.url(url),
                "http://host:port, or http://accessKeyId:secretAccessKey@host:port if the upstream checks keys");
    }

    /** The text does not contain the secret. */
    @Override
    public String toString() {
        return uri.toString();
    }
}
