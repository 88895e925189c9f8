package io.vpclocal.resource;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.setting.UnusableSetting;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * AWS's adjustable quotas. They apply with {@code vpclocal.quotas=strict}. The default is an account with raised
 * quotas, since a test suite quickly needs more than five VPCs.
 */
@Component
// Created at startup, so that an invalid value stops the start.
@Lazy(false)
public class Quotas {

    private final boolean strict;

    public Quotas(@Value("${vpclocal.quotas:raised}") String mode) {
        if (!mode.equalsIgnoreCase("strict") && !mode.equalsIgnoreCase("raised")) {
            throw UnusableSetting.wrong("vpclocal.quotas", mode, "strict or raised");
        }
        this.strict = mode.equalsIgnoreCase("strict");
    }

    /**
     * @param present counts the existing items; not called when quotas are raised
     * @param quota AWS's default
     * @throws AwsException with the given code and message if one more item would exceed the quota
     */
    public void requireRoom(LongSupplier present, int quota, String code, String message) {
        if (strict && present.getAsLong() >= quota) {
            throw new AwsException(code, message);
        }
    }
}
