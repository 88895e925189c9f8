package io.vpclocal.testkit;

import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsAsyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;

/** Creates SDK clients of any service through their common builder methods. */
final class SdkClients {

    private SdkClients() {}

    static boolean isClient(Class<?> type) {
        return type.isInterface() && SdkClient.class.isAssignableFrom(type) && type != SdkClient.class;
    }

    /** The first part of the host name of the service's endpoints, such as {@code ec2}. */
    static String service(Class<?> client) {
        try {
            return String.valueOf(client.getField("SERVICE_METADATA_ID").get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(client.getName() + " is not a client of an AWS service", e);
        }
    }

    static <C extends SdkClient> C create(Class<C> client, URI endpoint, Region region, AwsCredentials credentials) {
        try {
            Object made = client.getMethod("builder").invoke(null);
            if (!(made instanceof AwsClientBuilder<?, ?> builder)) {
                throw new IllegalArgumentException(client.getName() + " is not a client of an AWS service");
            }
            builder.endpointOverride(endpoint)
                    .region(region)
                    .credentialsProvider(StaticCredentialsProvider.create(credentials));
            if (builder instanceof AwsSyncClientBuilder<?, ?> sync) {
                sync.httpClient(JdkHttp.SYNC);
            }
            if (builder instanceof AwsAsyncClientBuilder<?, ?> async) {
                async.httpClient(JdkHttp.ASYNC);
            }
            return client.cast(builder.build());
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("Cannot make a " + client.getName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(client.getName() + " is not a client of an AWS service", e);
        }
    }
}
