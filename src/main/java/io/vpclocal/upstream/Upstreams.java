package io.vpclocal.upstream;

import io.vpclocal.protocol.setting.SettingNames;
import io.vpclocal.protocol.setting.UnusableSetting;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The configured upstreams: {@code vpclocal.upstream} ({@code VPCLOCAL_UPSTREAM}) for every service,
 * {@code vpclocal.upstream.s3} ({@code VPCLOCAL_UPSTREAM_S3}) for one, by its signing name. The older
 * {@code vpclocal.s3.endpoint} and {@code vpclocal.sns.endpoint} set the upstreams of these two services.
 */
@Component
public class Upstreams {

    private static final String ALL = "vpclocal.upstream";
    private static final Pattern NAME = Pattern.compile("(?i)vpclocal[._]upstream[._](.+)");

    private final Environment settings;
    private final Map<String, Optional<Upstream>> known = new ConcurrentHashMap<>();

    /** @throws io.vpclocal.protocol.setting.UnusableSetting if the URL of any upstream is invalid */
    Upstreams(ConfigurableEnvironment settings) {
        this.settings = settings;
        SettingNames.of(settings)
                .map(Upstreams::service)
                .flatMap(Optional::stream)
                .forEach(this::of);
        // Those with older names, and the one for every service.
        of("s3");
        of("sns");
    }

    /** @throws io.vpclocal.protocol.setting.UnusableSetting if the URL of any upstream is invalid */
    public static void check(ConfigurableEnvironment settings) {
        new Upstreams(settings);
        requirePair(settings, "vpclocal.s3.access-key-id", "vpclocal.s3.secret-access-key");
        requirePair(settings, "vpclocal.sns.access-key-id", "vpclocal.sns.secret-access-key");
    }

    /** The service of a setting or environment variable; empty if it is not the upstream of one service. */
    public static Optional<String> service(String name) {
        Matcher named = NAME.matcher(name);
        return named.matches()
                ? Optional.of(named.group(1).toLowerCase(Locale.ROOT).replace('_', '-'))
                : Optional.empty();
    }

    /**
     * @param service the signing name, such as {@code dynamodb}
     * @return empty if the service has no upstream
     */
    public Optional<Upstream> of(String service) {
        return known.computeIfAbsent(service.toLowerCase(Locale.ROOT), this::read);
    }

    /** Whether an upstream is configured for the service. */
    public boolean has(String service) {
        return of(service).isPresent();
    }

    private Optional<Upstream> read(String service) {
        // Binding names have no underscores or dots; signing names rarely do.
        String name = ALL + "." + service.replaceAll("[^a-z0-9-]", "-");
        return parsed(name, UnusableSetting.text(settings, name))
                .or(() -> older(service))
                .or(() -> parsed(ALL, settings.getProperty(ALL)));
    }

    private Optional<Upstream> older(String service) {
        if (!service.equals("s3") && !service.equals("sns")) {
            return Optional.empty();
        }
        String prefix = "vpclocal." + service + ".";
        String key = settings.getProperty(prefix + "access-key-id");
        String secret = settings.getProperty(prefix + "secret-access-key");
        return parsed(prefix + "endpoint", settings.getProperty(prefix + "endpoint"))
                .map(upstream -> upstream.accessKeyId() != null || key == null || secret == null
                        ? upstream
                        : new Upstream(upstream.uri(), key, secret));
    }

    private static void requirePair(Environment settings, String one, String other) {
        boolean first = settings.containsProperty(one);
        if (first != settings.containsProperty(other)) {
            throw new UnusableSetting(UnusableSetting.named(first ? one : other) + " is set, but "
                    + UnusableSetting.named(first ? other : one) + " is not. Set both or neither.");
        }
    }

    private static Optional<Upstream> parsed(String setting, @Nullable String url) {
        return url == null || url.isBlank() ? Optional.empty() : Optional.of(Upstream.parse(setting, url));
    }
}
