package io.vpclocal.proxy.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.WireRequest;
import io.vpclocal.proxy.action.Operation.Need;
import io.vpclocal.proxy.action.S3Operations.DeletedKey;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.RequiredTrait;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Request;

/** Each operation of the SDK's own S3 client is told by the request that the client makes of it. */
class S3OperationsTest {

    /** Where the service has two names for one request, or the client an operation that is none of the bucket's Region. */
    private static final Map<String, String> SAME = Map.of("ListDirectoryBuckets", "ListBuckets");

    private static final Set<String> NOT_OF_BUCKETS = Set.of("WriteGetObjectResponse");

    /** What ends a call once its request is known. */
    private static final class Seen extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient SdkHttpRequest request;

        Seen(SdkHttpRequest request) {
            this.request = request;
        }
    }

    private static final S3Client CLIENT = S3Client.builder()
            .endpointOverride(URI.create("http://localhost:1"))
            .region(Region.US_EAST_1)
            .forcePathStyle(true)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(c -> c.addExecutionInterceptor(new ExecutionInterceptor() {
                @Override
                public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
                    throw new Seen(context.httpRequest());
                }
            }))
            .build();

    static Stream<Method> operations() {
        return Stream.of(S3Client.class.getMethods())
                .filter(method -> method.getParameterCount() == 1)
                .filter(method -> S3Request.class.isAssignableFrom(method.getParameterTypes()[0]))
                .filter(method -> !NOT_OF_BUCKETS.contains(operation(method)))
                .filter(method -> !method.getReturnType().getName().endsWith("Iterable")
                        && !method.getReturnType().getName().endsWith("ResponseInputStream")
                        && !method.getReturnType().getName().endsWith("ResponseBytes"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationOfTheClient(Method method) throws ReflectiveOperationException {
        SdkHttpRequest request = request(method);
        if (request == null) {
            return;
        }
        Operation found = operation(request);
        String expected = SAME.getOrDefault(operation(method), operation(method));
        assertThat(found.name()).as("%s %s", request.method(), request.getUri()).isEqualTo(expected);
        assertThat(found.needs()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/b/k?versionId=3|s3:GetObjectVersion|arn:aws:s3:::b/k",
                "GET|/b/a%20b/c%2Bd+e|s3:GetObject|arn:aws:s3:::b/a b/c+d+e",
                "GET|/b?prefix=x|s3:ListBucket|arn:aws:s3:::b",
                "GET|/b/?list-type=2|s3:ListBucket|arn:aws:s3:::b",
                "GET|/|s3:ListAllMyBuckets|*",
                "HEAD|/b/k|s3:GetObject|arn:aws:s3:::b/k",
                "PATCH|/b/k|s3:*|arn:aws:s3:::b"
            })
    void theFirstNeed(String method, String target, String action, String resource) {
        URI uri = URI.create("http://localhost" + target);
        assertThat(of(method, uri, Map.of(), List.of()).needs().get(0)).isEqualTo(new Need(action, resource));
    }

    @Test
    void headersNeedMore() {
        assertThat(of(
                                "PUT",
                                URI.create("http://localhost/b/k"),
                                Map.of(
                                        "x-amz-copy-source", List.of("/from/a%2Fb?versionId=1"),
                                        "x-amz-tagging", List.of("a=1"),
                                        "x-amz-grant-read", List.of("id=x")),
                                List.of())
                        .needs())
                .containsExactly(
                        new Need("s3:GetObjectVersion", "arn:aws:s3:::from/a/b"),
                        new Need("s3:PutObject", "arn:aws:s3:::b/k"),
                        new Need("s3:PutObjectTagging", "arn:aws:s3:::b/k"),
                        new Need("s3:PutObjectAcl", "arn:aws:s3:::b/k"));
        assertThat(of(
                                "POST",
                                URI.create("http://localhost/b?delete"),
                                Map.of(),
                                List.of(new DeletedKey("x", null), new DeletedKey("y", "1")))
                        .needs())
                .containsExactly(
                        new Need("s3:DeleteObject", "arn:aws:s3:::b/x"),
                        new Need("s3:DeleteObjectVersion", "arn:aws:s3:::b/y"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "localhost:4566|/b/k|b|k",
                "127.0.0.1|/b|b|''",
                "bkt.localhost:4566|/k|bkt|k",
                "bkt.s3.localhost|/k/l|bkt|k/l",
                "s3.localhost|/b/k|b|k",
                "a.b.s3.amazonaws.com|/k|a.b|k",
                "bkt.s3.eu-west-1.amazonaws.com|/k|bkt|k",
                "bkt.s3-eu-west-1.amazonaws.com|/k|bkt|k",
                "s3.eu-west-1.amazonaws.com|/b/k|b|k",
                "bkt.bucket.vpce-0a1-xyz.s3.us-east-1.vpce.amazonaws.com|/k|bkt|k",
                "bucket.vpce-0a1-xyz-us-east-1a.s3.us-east-1.vpce.amazonaws.com|/b/k|b|k",
                "bkt.bucket.vpce-0a1-xyz.s3.us-east-1.vpce.localhost|/k|bkt|k",
                "emulator|/b/k|b|k"
            })
    void hosts(String host, String path, String bucket, String key) {
        S3Address address = S3Address.of(host, path);
        assertThat(address.bucket()).isEqualTo(bucket);
        assertThat(address.key()).isEqualTo(key);
    }

    private static String operation(Method method) {
        String name = method.getParameterTypes()[0].getSimpleName();
        return name.substring(0, name.length() - "Request".length());
    }

    private static Operation operation(SdkHttpRequest request) {
        Map<String, List<String>> headers = new TreeMap<>();
        request.forEachHeader((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), new ArrayList<>(values)));
        return of(request.method().name(), request.getUri(), headers, List.of(new DeletedKey("x", null)));
    }

    private static Operation of(String method, URI uri, Map<String, List<String>> headers, List<DeletedKey> deleted) {
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        WireRequest wire = new WireRequest(method, uri.getRawPath(), query, headers, new byte[0], "127.0.0.1", false);
        return S3Operations.of(wire, S3Address.of(uri.getHost(), uri.getRawPath()), "aws", deleted);
    }

    /** The request of an operation with all that its model requires; null if the client makes none without more. */
    private static @Nullable SdkHttpRequest request(Method method) throws ReflectiveOperationException {
        S3Request.Builder builder = (S3Request.Builder)
                method.getParameterTypes()[0].getMethod("builder").invoke(null);
        Method build = builder.getClass().getMethod("build");
        build.setAccessible(true);
        fill((SdkPojo) builder, ((SdkPojo) build.invoke(builder)).sdkFields());
        try {
            method.invoke(CLIENT, build.invoke(builder));
            return null;
        } catch (InvocationTargetException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof Seen seen) {
                    return seen.request;
                }
            }
            throw new IllegalStateException(operation(method), e.getCause());
        }
    }

    private static void fill(SdkPojo builder, List<SdkField<?>> fields) throws ReflectiveOperationException {
        for (SdkField<?> field : fields) {
            String name = field.memberName();
            boolean copied = name.equals("DestinationBucket") || name.equals("DestinationKey");
            if (!field.containsTrait(RequiredTrait.class) && !name.equals("Bucket") && !copied) {
                continue;
            }
            if (field.marshallingType() == MarshallingType.STRING) {
                field.set(builder, name.equals("CopySource") ? "from/x" : "xyz");
            } else if (field.marshallingType() == MarshallingType.INTEGER) {
                field.set(builder, 1);
            } else if (field.marshallingType() == MarshallingType.BOOLEAN) {
                field.set(builder, true);
            } else if (field.marshallingType() == MarshallingType.LIST) {
                field.set(builder, List.of());
            } else if (field.marshallingType() == MarshallingType.SDK_POJO) {
                SdkPojo nested = field.constructor().get();
                fill(nested, nested.sdkFields());
                Method build = nested.getClass().getMethod("build");
                build.setAccessible(true);
                field.set(builder, build.invoke(nested));
            }
        }
    }

    /** An upstream that resolves dots would find another bucket than the one that policies allow. */
    @ParameterizedTest
    @CsvSource({
        "/open/k, false",
        "/open/a/../k, false",
        "/open/a..b/..c, false",
        "/open/./k, false",
        "/open/../other/k, true",
        "/open/%2e%2e/other/k, true",
        "/open/a/..%2f..%2f..%2fother, true",
        "/../other/k, true",
        "/open%2fx/k, true",
        "/, false",
        "//other/k, false"
    })
    void aPathOutOfItsBucketIsAmbiguous(String path, boolean ambiguous) {
        assertThat(S3Address.of("localhost", path).isAmbiguous()).isEqualTo(ambiguous);
    }
}
