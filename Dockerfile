# Both base images are arguments, so the image can be built without an image registry.
ARG BUILD_IMAGE=eclipse-temurin:25-jdk
ARG RUN_IMAGE=debian:bookworm-slim

FROM ${BUILD_IMAGE} AS build
WORKDIR /src
# Dependencies change less often than sources, so they have their own layer.
COPY mvnw pom.xml ./
COPY .mvn .mvn
RUN ./mvnw -B -ntp -q -Pquick -Dmaven.test.skip=true dependency:resolve dependency:resolve-plugins
COPY src src
RUN ./mvnw -B -ntp -q -Pquick -Dmaven.test.skip=true package \
    && mv target/vpc-local-*-exec.jar target/vpc-local.jar \
    && java -Djarmode=tools -jar target/vpc-local.jar extract --layers --destination /layers
COPY docker docker
RUN docker/vpc-local-runtime /runtime

FROM ${RUN_IMAGE}
RUN groupadd --gid 10001 vpclocal \
    && useradd --uid 10001 --gid vpclocal --home-dir /var/lib/vpclocal --create-home vpclocal \
    && mkdir /app && chown vpclocal:vpclocal /app
COPY --from=build /runtime /opt/java
ENV JAVA_HOME=/opt/java PATH=/opt/java/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8
WORKDIR /app
# Layers that change less often come first.
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
COPY docker/vpc-local-health docker/vpc-local-train /usr/local/bin/
# As a number: Kubernetes cannot check that a name is not root.
USER 10001:10001
# The heap options return unused memory. Most methods that are called by reflection are called once, so a generated accessor
# class would cost more than it saves.
ENV JDK_JAVA_OPTIONS="-XX:+UseSerialGC -XX:ReservedCodeCacheSize=240m -Xms96m -XX:MinHeapFreeRatio=10 \
-XX:MaxHeapFreeRatio=30 -Djdk.reflect.useNativeAccessorOnly=true"
# A training run answers a few requests and writes its loaded classes to the cache, which every start reads. The cache is
# written without the optimizing compiler, because a cache written with it slows the start.
RUN JDK_JAVA_OPTIONS="$JDK_JAVA_OPTIONS -XX:TieredStopAtLevel=1" vpc-local-train /app/vpc-local.aot
ENV SERVER_ADDRESS=0.0.0.0 \
    VPCLOCAL_DATA_DIR=/var/lib/vpclocal
EXPOSE 4566
VOLUME /var/lib/vpclocal
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s CMD ["vpc-local-health"]
ARG VERSION=0.1.0-SNAPSHOT
LABEL org.opencontainers.image.title="VPC Local" \
      org.opencontainers.image.description="A local emulator of Amazon VPC endpoints, VPC Flow Logs and the IAM permissions around them" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.vendor="VPC Local" \
      org.opencontainers.image.url="https://vpclocal.io" \
      org.opencontainers.image.source="https://vpclocal.io/vpc-local"
# Without this log option, Java warns at every start of classes that are not in the cache.
ENTRYPOINT ["java", "-XX:AOTCache=/app/vpc-local.aot", "-Xlog:aot*=error", "-jar", "vpc-local.jar"]
