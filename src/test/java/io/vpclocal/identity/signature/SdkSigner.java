package io.vpclocal.identity.signature;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Signs with the AWS SDK for Java, as its clients do. */
final class SdkSigner {

    static final AwsCredentialsIdentity LONG_TERM = AwsCredentialsIdentity.create(Requests.KEY_ID, Requests.SECRET);
    static final AwsCredentialsIdentity TEMPORARY =
            AwsSessionCredentialsIdentity.create("ASIAIOSFODNN7EXAMPLE", Requests.SECRET, "token/+with==signs");

    private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

    private SdkSigner() {}

    static SignedRequest inHeader(
            AwsCredentialsIdentity credentials, String service, SdkHttpRequest http, byte[] body) {
        return signed(credentials, service, http, body, null);
    }

    static SignedRequest presigned(
            AwsCredentialsIdentity credentials, String service, SdkHttpRequest http, byte[] body, Duration lifetime) {
        return signed(credentials, service, http, body, lifetime);
    }

    private static SignedRequest signed(
            AwsCredentialsIdentity credentials,
            String service,
            SdkHttpRequest http,
            byte[] body,
            @Nullable Duration lifetime) {
        ContentStreamProvider payload = () -> new ByteArrayInputStream(body);
        SignRequest.Builder<AwsCredentialsIdentity> toSign = SignRequest.builder(credentials)
                .request(http)
                .payload(payload)
                .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, service)
                .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, !service.equals("s3"))
                .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, !service.equals("s3"))
                .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(Requests.SIGNED_AT, ZoneOffset.UTC));
        if (lifetime != null) {
            toSign.putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, lifetime);
        }
        SdkHttpRequest signed = SIGNER.sign(toSign.build()).request();
        return new SignedRequest(
                signed.method().name(),
                signed.encodedPath(),
                signed.encodedQueryParameters().orElse(""),
                signed.headers(),
                body);
    }
}
