package io.vpclocal.resource;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.setting.UnusableSetting;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * AWS's adjustable quotas. They hold with {@code vpclocal.quotas=strict}; by default they do not, as for an account whose
 * quotas were raised, since a test suite uses up five VPCs in no time.
 */
@Component
// Made at the start, so that a wrong value fails it.
@Lazy(false)
public class Quotas {

    private final boolean strict;

    public Quotas(@Value("${vpclocal.quotas:raised}") String mode) {
        if (!mode.equals("strict") && !mode.equals("raised")) {
            throw new UnusableSetting(
                    "VPCLOCAL_QUOTAS (vpclocal.quotas) is '" + mode + "', but must be strict or raised.");
        }
        this.strict = mode.equals("strict");
    }

    /**
     * @param present counts how many there are already; not asked where quotas do not hold
     * @param quota AWS's default
     * @throws AwsException with the given code and message if one more would be too many
     */
    public void requireRoom(LongSupplier present, int quota, String code, String message) {
        if (strict && present.getAsLong() >= quota) {
            throw new AwsException(code, message);
        }
    }
}
