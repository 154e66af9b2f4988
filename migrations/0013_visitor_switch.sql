-- What visitors may do was on everywhere before it could be turned off.
UPDATE "exhibition" SET "plan" = "plan" || '{"visitors": {"react": true, "ask": true, "vote": true}}'::jsonb WHERE NOT "plan" ? 'visitors';
