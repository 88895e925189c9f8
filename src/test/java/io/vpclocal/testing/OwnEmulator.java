package io.vpclocal.testing;

import io.vpclocal.VpcLocalApplication;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An emulator for one test only, which may change its time, state and settings. */
public final class OwnEmulator implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private OwnEmulator(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param further components or configurations of the test */
    public static OwnEmulator start(Map<String, String> properties, Class<?>... further) {
        Map<String, Object> all = new TreeMap<>(properties);
        all.put("server.port", "0");
        String[] arguments = all.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        return new OwnEmulator(new SpringApplicationBuilder(VpcLocalApplication.class)
                .sources(further)
                .run(arguments));
    }

    /** SDK clients for it. */
    public Aws aws() {
        return new Aws(context.getEnvironment());
    }

    public ControlApi control() {
        return new ControlApi(aws().endpoint());
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
