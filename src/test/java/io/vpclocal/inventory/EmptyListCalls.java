package io.vpclocal.inventory;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.codec.Models;
import io.vpclocal.testing.Aws;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Calls actions by their definitions through the SDK's clients. */
final class EmptyListCalls {

    private final Aws aws;

    EmptyListCalls(Aws aws) {
        this.aws = aws;
    }

    /** Calls an action with these members, as far as it has them; text becomes a list where the model has one. */
    SdkPojo call(ActionDefinition action, AwsCredentials who, Map<String, Object> members) {
        SdkPojo builder = Models.newBuilder(action.requestType());
        for (SdkField<?> field : builder.sdkFields()) {
            Object value = members.get(field.memberName());
            if (field.memberName().equals("MaxResults") && action.name().equals("DescribeByoipCidrs")) {
                value = 20;
            }
            if (value != null) {
                field.set(builder, field.marshallingType() == MarshallingType.LIST ? List.of(value) : value);
            }
        }
        Object client =
                switch (action.service()) {
                    case EC2 -> aws.ec2(who, Region.US_EAST_1);
                    case IAM -> aws.iam(who);
                    case STS -> aws.sts(who);
                    case LOGS -> aws.logs(who, Region.US_EAST_1);
                    case ELB -> aws.elb(who, Region.US_EAST_1);
                };
        try {
            return (SdkPojo) method(action).invoke(client, ((SdkBuilder<?, ?>) builder).build());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof AwsServiceException answer) {
                throw answer;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The SDK spells some methods unlike the action. */
    private static Method method(ActionDefinition action) {
        return Arrays.stream(action.service().client().getMethods())
                .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {action.requestType()}))
                .filter(method -> method.getReturnType().equals(action.responseType()))
                .findFirst()
                .orElseThrow();
    }
}
