package io.vpclocal.resource;

import io.vpclocal.protocol.AwsException;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rule of actions such as ModifySubnetAttribute: a call changes exactly one attribute. */
public final class OneAttribute {

    private OneAttribute() {}

    /**
     * @param values the attributes in the request; null for those that are not set
     * @throws AwsException if none or several are set
     */
    public static void require(@Nullable Object... values) {
        require(Ec2Errors::noAttribute, values);
    }

    /** @param none the error if no attribute is set, for actions that do not use {@link Ec2Errors#noAttribute} */
    public static void require(Supplier<AwsException> none, @Nullable Object... values) {
        long given = Stream.of(values).filter(Objects::nonNull).count();
        if (given == 0) {
            throw none.get();
        }
        if (given > 1) {
            throw Ec2Errors.oneAttribute();
        }
    }
}
