package io.vpclocal.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpclocal.protocol.setting.UnusableSetting;
import io.vpclocal.testing.MainClasses;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Every setting that is not any text is looked at before the start (logic: what is not, ends it with a stack trace). */
class SettingsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(vpclocal\\.[a-z0-9.-]+).*");

    /** Shipped with the emulator, no user's to set. */
    private static final String PRICES = "vpclocal.charges";

    @Test
    void everyTypedSettingIsLookedAt() {
        Set<String> typed = new TreeSet<>();
        MainClasses.ALL.forEach(found -> add(found.reflect(), typed));
        assertThat(typed).hasSizeGreaterThan(15);
        assertThat(Settings.names()).containsAll(typed);
    }

    /** What an empty variable of a container's environment means differs between programs. */
    @ParameterizedTest
    @MethodSource("io.vpclocal.start.Settings#names")
    void anEmptyValueIsRefused(String setting) {
        assertThatThrownBy(() -> check(setting, ""))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageStartingWith(UnusableSetting.named(setting) + " is '', but must be ");
    }

    /** Values that fit into their type and into nothing that uses them. */
    @ParameterizedTest
    @MethodSource("io.vpclocal.start.Settings#names")
    void aHugeValueIsRefused(String setting) {
        String value = "999999999999999999";
        assertThatThrownBy(() -> check(setting, value))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageStartingWith(UnusableSetting.named(setting) + " is '" + value + "', but must be ");
    }

    /** Not even root can write there. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aTemporaryDirectoryThatIsNotWritableIsRefused() {
        assertThatThrownBy(() -> Settings.requireTemporary("/proc"))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageStartingWith("The temporary directory is '/proc', but files cannot be written there (")
                .hasMessageEndingWith("Set another one with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIRECTORY.");
    }

    private static void check(String setting, String value) {
        GenericApplicationContext context = new GenericApplicationContext();
        StandardEnvironment settings = new StandardEnvironment();
        settings.setConversionService(new ApplicationConversionService());
        settings.getPropertySources().addFirst(new MapPropertySource("test", Map.of(setting, value)));
        context.setEnvironment(settings);
        new Settings().initialize(context);
    }

    private static void add(Class<?> type, Set<String> typed) {
        ConfigurationProperties properties = type.getAnnotation(ConfigurationProperties.class);
        if (properties != null && !properties.value().equals(PRICES)) {
            for (RecordComponent component : type.getRecordComponents()) {
                String name = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
                if (isTyped(component.getType())) {
                    typed.add(properties.value() + "." + name);
                }
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            for (Parameter parameter : constructor.getParameters()) {
                Value value = parameter.getAnnotation(Value.class);
                Matcher name = PLACEHOLDER.matcher(value == null ? "" : value.value());
                if (name.matches() && isTyped(parameter.getType())) {
                    typed.add(name.group(1));
                }
            }
        }
    }

    private static boolean isTyped(Class<?> type) {
        return type != String.class && !Iterable.class.isAssignableFrom(type) && !type.isRecord();
    }
}
