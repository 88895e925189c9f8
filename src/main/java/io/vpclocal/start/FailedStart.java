package io.vpclocal.start;

import io.vpclocal.protocol.setting.UnusableSetting;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationListener;

/**
 * Ends a start that a setting makes impossible with one sentence. Spring Boot would find analyzers of failures by a file
 * that the executable jar must not have, because it would be read in users' tests.
 */
public final class FailedStart implements ApplicationListener<ApplicationFailedEvent> {

    @Override
    public void onApplicationEvent(ApplicationFailedEvent failed) {
        sentence(failed.getException()).ifPresent(sentence -> {
            System.err.println("VPC Local cannot start: " + sentence);
            // Spring Boot would report the failure next, with its stack trace.
            LoggingSystem.get(SpringApplication.class.getClassLoader())
                    .setLogLevel(SpringApplication.class.getName(), LogLevel.OFF);
        });
    }

    /** What was wrong with which setting; empty for a failure of another kind. */
    public static Optional<String> sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnusableSetting) {
                return Optional.ofNullable(cause.getMessage());
            }
        }
        return Optional.empty();
    }
}
