package io.vpclocal.testkit;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Points the AWS clients of an application context to an account of the emulator. Spring caches contexts by equality of
 * customizers, so the account is chosen when the context is created.
 *
 * @param account null for a new one
 */
record VpcLocalContextCustomizer(
        String region,
        Map<String, String> settings,
        VpcLocalTest.Reuse reuse,
        boolean systemProperties,
        @Nullable String account)
        implements ContextCustomizer {

    static final String ACCOUNT = "vpclocal.testkit.account";

    static VpcLocalContextCustomizer of(Plan plan) {
        return new VpcLocalContextCustomizer(
                plan.region(), plan.settings(), plan.reuse(), plan.systemProperties(), plan.account());
    }

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        VpcLocal emulator = VpcLocal.shared(settings, reuse);
        VpcLocalAccount own = account == null ? emulator.newAccount(region) : emulator.account(account, region);
        if (systemProperties) {
            SystemProperties.pointTo(own);
        }
        Map<String, Object> properties = new HashMap<>(SystemProperties.of(own));
        properties.put("spring.cloud.aws.endpoint", own.endpoint().toString());
        properties.put("spring.cloud.aws.region.static", region);
        properties.put("spring.cloud.aws.credentials.access-key", own.root().accessKeyId());
        properties.put("spring.cloud.aws.credentials.secret-key", own.root().secretAccessKey());
        properties.put(ACCOUNT, own.id());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("vpc-local", properties));
    }
}
