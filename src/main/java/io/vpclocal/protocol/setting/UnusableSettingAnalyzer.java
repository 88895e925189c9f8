package io.vpclocal.protocol.setting;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the sentence of an {@link UnusableSetting} in place of a stack trace. Spring Boot finds it in spring.factories. */
public final class UnusableSettingAnalyzer extends AbstractFailureAnalyzer<UnusableSetting> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, UnusableSetting cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
