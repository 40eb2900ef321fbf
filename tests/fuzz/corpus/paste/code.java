String p = "{\"Version\": \"1\", \"Statement\": [" +
  "{\"Effect\": \"Allow\", \"Action\": \"log:*\", \"Resource\": \"*\"}]}";