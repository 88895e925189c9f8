# Both bases are arguments, so that the image can be built where no image registry is reached.
ARG BUILD_IMAGE=eclipse-temurin:17-jdk
ARG RUN_IMAGE=eclipse-temurin:25-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /src
COPY . .
RUN ./mvnw -B -ntp -DskipTests package \
    && mv target/vpc-local-*-exec.jar target/vpc-local.jar \
    && java -Djarmode=tools -jar target/vpc-local.jar extract --layers --destination /layers

FROM ${RUN_IMAGE}
RUN groupadd --system vpclocal && useradd --system --gid vpclocal --home-dir /var/lib/vpclocal --create-home vpclocal
WORKDIR /app
# The layers that change least come first.
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
ENV SERVER_ADDRESS=0.0.0.0
EXPOSE 4566
VOLUME /var/lib/vpclocal
USER vpclocal
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/4566 && printf 'GET /_vpclocal/health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '200' <&3"]
ENTRYPOINT ["java", "-jar", "vpc-local.jar"]
