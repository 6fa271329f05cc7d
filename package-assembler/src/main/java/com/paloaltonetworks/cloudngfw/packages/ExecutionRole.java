package com.paloaltonetworks.cloudngfw.packages;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The role that {@code cfn submit} creates for a type when none is named: whatever its handlers are permitted, for
 * CloudFormation acting on this type in this account. The same template that {@code cfn generate} derives.
 *
 * @param type whose handlers run under the role
 * @param actions union of all handlers' permissions
 * @param sessionSeconds how long a session may last
 */
record ExecutionRole(TypeName type, SortedSet<String> actions, int sessionSeconds) {

    /** What CloudFormation allows an operation whose handler states no time. */
    private static final int DEFAULT_MINUTES = 120;

    /** A minute and a margin. */
    private static final int SECONDS_PER_MINUTE = 70;

    private static final int SHORTEST_SESSION = 3_600;
    private static final int LONGEST_SESSION = 43_200;

    static ExecutionRole of(TypeName type, JsonNode schema) {
        SortedSet<String> actions = new TreeSet<>();
        int minutes = schema.path("handlers").isEmpty() ? DEFAULT_MINUTES : 0;
        for (JsonNode handler : schema.path("handlers")) {
            handler.path("permissions").forEach(permission -> actions.add(permission.asText()));
            minutes = Math.max(minutes, handler.path("timeoutInMinutes").asInt(DEFAULT_MINUTES));
        }
        actions.remove("");
        int session = Math.min(LONGEST_SESSION, Math.max(SHORTEST_SESSION, SECONDS_PER_MINUTE * minutes));
        return new ExecutionRole(type, actions, session);
    }

    String yaml() {
        return """
                AWSTemplateFormatVersion: '2010-09-09'
                Description: The role under which CloudFormation runs the handlers of %s.
                Resources:
                  ExecutionRole:
                    Type: AWS::IAM::Role
                    Properties:
                      MaxSessionDuration: %d
                      AssumeRolePolicyDocument:
                        Version: '2012-10-17'
                        Statement:
                          - Effect: Allow
                            Principal:
                              Service: resources.cloudformation.amazonaws.com
                            Action: sts:AssumeRole
                            Condition:
                              StringEquals:
                                aws:SourceAccount: !Ref AWS::AccountId
                              StringLike:
                                aws:SourceArn: !Sub arn:${AWS::Partition}:cloudformation:${AWS::Region}:${AWS::AccountId}:type/resource/%s/*
                      Path: /
                      Policies:
                        - PolicyName: ResourceTypePolicy
                          PolicyDocument:
                            Version: '2012-10-17'
                            Statement:
                              - Effect: %s
                                Action:
                %s
                                Resource: '*'
                Outputs:
                  ExecutionRoleArn:
                    Value: !GetAtt ExecutionRole.Arn
                """.formatted(type.text(), sessionSeconds, type.inArns(), effect(), listed());
    }

    /** A policy must name an action: who may do nothing is denied everything. */
    private String effect() {
        return actions.isEmpty() ? "Deny" : "Allow";
    }

    private String listed() {
        return actions.isEmpty()
                ? item("*")
                : actions.stream().map(ExecutionRole::item).collect(joining("\n"));
    }

    private static String item(String action) {
        return "                  - '" + action + "'";
    }
}
